#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.h"
#include "checks/verdict.h"
#include "manifest/manifest.h"
#include "manifest/mutant.h"
#include "result/result.h"

namespace lockstep::cli {

/// What a submission of the kit's own is there to prove.
enum class Role {
  kSkeleton,  ///< must build and earn nothing
  kSolution,  ///< must earn all points
  kVariant,   ///< a correct solution built differently: must earn all points
  kMutant,    ///< a wrong one: must fall to the check meant for it
};

[[nodiscard]] std::string_view name(Role role);  ///< "skeleton", ...

/// One submission that the grader is tried on.
struct Subject {
  Role role{};
  std::string name;
  build::Submission submission;
  std::optional<Mutant> mutant;  ///< what must catch it; for kMutant only
};

/// The subjects of a lab: skeleton, solution, variants and mutants by name.
/// \return an input error for a mutant or variant whose description has mistakes, and for a mutant whose patch does not
///         apply to its base.
[[nodiscard]] Result<std::vector<Subject>> subjects_of(const std::filesystem::path& root, const Manifest& manifest);

/// One mutant of a lab.
/// \return likewise; and an input error that lists the mutants there are when none is called so.
[[nodiscard]] Result<Subject> mutant_of(const std::filesystem::path& root, const Manifest& manifest,
                                        const std::string& name);

/// The checks that have to judge a subject: a mutant's own, and for the others all.
[[nodiscard]] std::vector<Check> checks_for(const Subject& subject, const Manifest& manifest);

/// The checks by which a subject is judged again, from the second time on: a mutant that names a case falls in it or
/// does not, whatever it does in the others.
/// \param checks  those for it
[[nodiscard]] std::vector<Check> checks_again(const Subject& subject, std::vector<Check> checks);

/// Compares what the checks said of a subject with what they must say.
/// \param checks    those for it, or by which it is judged again
/// \param verdicts  of these checks, in that order
/// \return what is wrong with the verdicts, a sentence; empty when they are as they must be.
[[nodiscard]] std::string wrong_with(const Subject& subject, std::span<const Check> checks,
                                     std::span<const Verdict> verdicts);

}  // namespace lockstep::cli
