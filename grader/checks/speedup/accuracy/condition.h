#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "checks/speedup/accuracy/cpu_quota.h"
#include "process/busy_processes.h"
#include "result/result.h"

namespace lockstep::checks::speedup {

/// Under what the verdicts are given: "idle" (the machine as it is), "busy1", "busy2" (beside as many processes that
/// compute), "quota1", "quota1.5" (cores).
[[nodiscard]] std::span<const std::string_view> conditions();

[[nodiscard]] bool is_condition(std::string_view name);

/// A condition that holds for as long as this lives.
using Condition = std::variant<std::monostate, process::BusyProcesses, CpuQuota>;

/// \param name  one of `conditions()`
/// \return why the condition cannot be had here.
[[nodiscard]] Result<Condition> bring_about(std::string_view name);

}  // namespace lockstep::checks::speedup
