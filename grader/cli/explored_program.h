#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "cli/command_context.h"
#include "cli/explored_report.h"
#include "cli/own_program.h"
#include "result/result.h"

namespace lockstep::cli {

/// Builds a program for the explorer and lets it explore itself. Says on standard error which flags it left out.
/// \param environment  variables (LOCKSTEP_EXPLORE_...), as explorer/explore/env_options.h says
/// \return its report; a machine error with the compiler's words when it does not build
[[nodiscard]] Result<ExploredReport> explore_files(const CommandContext& here, const OwnProgram& program,
                                                   const std::vector<std::string>& arguments,
                                                   const std::map<std::string, std::string>& environment,
                                                   std::chrono::milliseconds budget);

}  // namespace lockstep::cli
