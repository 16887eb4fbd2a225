#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab replay`
struct ReplayOptions {
  std::vector<std::string> what;   ///< a lab and one of its explored cases, or source files; then the schedule
  std::vector<std::string> flags;  ///< for the compiler of source files
  std::optional<std::filesystem::path> compile_commands = {};  ///< has flags of each source
  std::optional<std::uint64_t> bypass = {};                    ///< a thread that is overtaken more often starves
  std::optional<std::uint64_t> max_steps = {};                 ///< a longer schedule is cut
  std::optional<std::uint64_t> past_races = {};    ///< goes on behind the schedule's first so many data races
  bool atomics_only = false;                       ///< goes on behind all of them
  std::optional<std::filesystem::path> from;       ///< the submission's folder; default: the lab's own
  bool hidden = false;                             ///< the case may be one of the instructor's hidden ones
  bool as_test = false;                            ///< print the scenario as a C++ program instead
  bool gdb = false;                                ///< stop in gdb where it goes wrong
  std::optional<std::filesystem::path> json = {};  ///< write its steps for other programs; "-": to standard output
  std::vector<std::string> arguments;              ///< of the program
};

void declare(Arguments& arguments, ReplayOptions& options);

/// Runs one schedule and prints each of its steps.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ReplayOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
