#pragma once

#include <map>
#include <string>

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

/// Runs the check's cases in the `explore` flavour: each explores the schedules of its body within the check's budget.
/// A finding carries the command that replays its schedule.
/// \pre the check's settings are an ExplorerCheck, and the explore flavour was built
[[nodiscard]] Result<Verdict> judge_explorer(const Context& context);

/// What tells an explored program to run just one schedule, as a finding printed it.
[[nodiscard]] std::map<std::string, std::string> replay_environment(const std::string& schedule);

}  // namespace lockstep::checks
