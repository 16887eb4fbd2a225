#pragma once

#include "cli/command_context.h"
#include "report/grade_report.h"
#include "result/result.h"

namespace lockstep::cli {

/// Finds the kit (LOCKSTEP_ROOT, set by the launcher) and its build folder (LOCKSTEP_BUILD_DIR).
/// \param compiler  as the command line gave it; empty: g++, or clang++ where there is no g++
[[nodiscard]] Result<build::Kit> find_kit(const std::string& compiler);

/// The machine as reports name it.
[[nodiscard]] report::Machine describe_machine(const CommandContext& here);

/// Where no sandbox works: what that leaves open, for a person. Empty where the best one works.
[[nodiscard]] std::string sandbox_warning(const process::SandboxSelection& selection);

}  // namespace lockstep::cli
