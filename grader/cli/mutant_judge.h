#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "build/build.h"
#include "cli/command_context.h"
#include "cli/generated_mutants.h"
#include "cli/grading.h"
#include "cli/mutation_score.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// How a mutant ended, and by what.
struct EndBy {
  MutantEnd end{};
  std::string by;  ///< see JudgedMutant
};

/// Checks that are judged one after another, once all of them are built.
struct Stage {
  std::vector<Check> built;   ///< what they need is built
  std::vector<Check> judged;  ///< in this order, until one fails
};

/// The graded checks of a lab, the cheapest first, each in parts of a few cases, so that most mutants fall soon: tests;
/// then what is explored and what code is used; then sanitizers. Speedup is not among them: who is slow on a busy
/// machine is not told from who is wrong.
/// \param cases  of a part, at most; >= 1
[[nodiscard]] std::vector<Stage> stages_of(const Manifest& manifest, std::size_t cases);

/// Judges the mutants of a lab by its checks.
class MutantJudge {
 public:
  /// \param here, manifest  must outlive the judge
  MutantJudge(const CommandContext& here, const Manifest& manifest);

  /// Stops at the first check that fails. \return a machine error when a check cannot be judged for its own fault
  [[nodiscard]] Result<EndBy> judge(const GeneratedSubject& subject);

  /// Whether the base of a mutant earns what its mutants must lose. \return an input error that names the check that
  /// fails it
  [[nodiscard]] Result<void> check_base(const GeneratedSubject& subject) const;

 private:
  using Code = std::map<std::string, std::string>;  ///< of each object, by its path

  [[nodiscard]] Result<EndBy> judge_stages(const build::Submission& submission) const;
  [[nodiscard]] Result<EndBy> judge_stage(const Grading& grading, const Stage& stage) const;
  /// Whether a mutant's code in a stage is that of its base.
  [[nodiscard]] Result<bool> is_equal(const GeneratedSubject& subject, const Code& own, std::size_t stage);
  [[nodiscard]] Result<Code> code_built(const build::Submission& submission, std::size_t stage) const;

  const CommandContext* here_;
  const Manifest* manifest_;
  std::vector<Stage> stages_;
  std::map<std::string, Code> codes_;  ///< of the bases, by base and stage
};

}  // namespace lockstep::cli
