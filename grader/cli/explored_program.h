#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/command_context.h"
#include "cli/explored_report.h"
#include "cli/own_program.h"
#include "cli/slot_lock.h"
#include "result/result.h"

namespace lockstep::cli {

/// A program that was built for the explorer.
struct BuiltForExplorer {
  SlotLock lock;  ///< until the program has run: no other one is built in its place
  std::filesystem::path program;
};

/// Builds a program for the explorer. Says on standard error which flags it left out.
/// \return a machine error with the compiler's words when it does not build
[[nodiscard]] Result<BuiltForExplorer> build_for_explorer(const CommandContext& here, const OwnProgram& program);

/// Builds a program so and lets it explore itself.
/// \param environment  variables (LOCKSTEP_EXPLORE_...), as explorer/explore/env_options.h says
/// \return its report
[[nodiscard]] Result<ExploredReport> explore_files(const CommandContext& here, const OwnProgram& program,
                                                   const std::vector<std::string>& arguments,
                                                   const std::map<std::string, std::string>& environment,
                                                   std::chrono::milliseconds budget);

}  // namespace lockstep::cli
