#pragma once

#include <span>
#include <vector>

#include "checks/verdict.h"
#include "cli/command_context.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// The learner's own code on the learner's own machine: limits, but no sandbox.
[[nodiscard]] CommandContext without_sandbox(const CommandContext& here, std::stop_token stop);

/// Builds the lab as it is in its folder and judges these checks, without a sandbox.
/// \return a verdict for each check, in the same order; fewer when the lab does not build, for then the first verdict
///         says all. An error when it was stopped, or the kit or the machine failed.
[[nodiscard]] Result<std::vector<Verdict>> run_lab_tests(const CommandContext& here, const Manifest& manifest,
                                                         std::span<const Check> checks, std::stop_token stop);

}  // namespace lockstep::cli
