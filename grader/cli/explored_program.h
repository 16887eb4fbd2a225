#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/command_context.h"
#include "cli/explored_report.h"
#include "result/result.h"

namespace lockstep::cli {

/// Builds a program for the explorer and lets it explore itself.
/// \param environment  variables (LOCKSTEP_EXPLORE_...), as explorer/explore/env_options.h says
/// \return its report; a machine error with the compiler's words when it does not build
[[nodiscard]] Result<ExploredReport> explore_files(const CommandContext& here,
                                                   std::span<const std::filesystem::path> files,
                                                   const std::vector<std::string>& arguments,
                                                   const std::map<std::string, std::string>& environment,
                                                   std::chrono::milliseconds budget);

}  // namespace lockstep::cli
