#pragma once

#include <span>
#include <vector>

#include "build/diagnostics.h"
#include "checks/verdict.h"
#include "cli/command_context.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// The learner's own code on the learner's own machine: limits, but no sandbox.
[[nodiscard]] CommandContext without_sandbox(const CommandContext& here, std::stop_token stop);

/// What came of a lab's tests.
struct LabTests {
  std::vector<Verdict> verdicts;  ///< of each check, in order; fewer when the lab does not build: the first says all
  std::vector<build::Diagnostic> warnings;  ///< the compiler's, about the learner's files that were compiled this time
};

/// Builds the lab as it is in its folder and judges these checks, without a sandbox. An error when it was stopped, or
/// the kit or the machine failed.
[[nodiscard]] Result<LabTests> run_lab_tests(const CommandContext& here, const Manifest& manifest,
                                             std::span<const Check> checks, std::stop_token stop);

}  // namespace lockstep::cli
