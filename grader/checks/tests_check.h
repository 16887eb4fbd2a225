#pragma once

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

/// Runs the check's cases, each in a process of its own, and gives the points of those that pass.
/// A program whose cases are not exactly those of the manifest fails whole.
/// \pre the check's settings are a TestsCheck, and the release flavour was built
[[nodiscard]] Result<Verdict> judge_tests(const Context& context);

}  // namespace lockstep::checks
