#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "build/build.h"
#include "checks/verdict.h"
#include "manifest/attack.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// A hostile submission that the grader is tried on.
struct AttackSubject {
  std::string name;
  build::Submission submission;
  Attack attack;
};

/// The attacks of a lab, by name. \return an input error for one whose description has mistakes
[[nodiscard]] Result<std::vector<AttackSubject>> attacks_of(const std::filesystem::path& root,
                                                            const Manifest& manifest);

/// What came of an attack.
struct AttackEnd {
  double points = 0;             ///< earned, over all checks
  std::string wrong;             ///< what must not be, a sentence; empty when it is as it must be
  bool is_known_to_win = false;  ///< it earned more than it may, as its description says
};

/// Compares what the checks said of an attack with what it may get at most.
/// \param verdicts  of all checks of the lab, in that order
[[nodiscard]] AttackEnd end_of(const Attack& attack, const Manifest& manifest, std::span<const Verdict> verdicts);

}  // namespace lockstep::cli
