#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/command_context.h"
#include "cli/own_program.h"
#include "result/result.h"

namespace lockstep::cli {

/// `./lab explore`
struct ExploreOptions {
  std::vector<std::filesystem::path> files;                    ///< C and C++ sources of a program with a `main`
  std::vector<std::string> flags = {};                         ///< for their compiler
  std::optional<std::filesystem::path> compile_commands = {};  ///< has flags of each source
  std::string compiler = {};                                   ///< as a replay has to name it; empty: the kit's own
  std::string strategy = "default";                            ///< a name of `kStrategies`
  std::uint64_t schedules = 100'000;                           ///< at most
  double seconds = 10;                                         ///< at most, about
  std::uint64_t seed = 1;
  std::optional<int> preemptions;                     ///< for exhaustive: the preemption bound
  std::optional<std::uint64_t> bypass;                ///< the bypass bound
  std::optional<std::uint64_t> max_steps;             ///< a longer schedule is cut
  bool busy_machine = false;                          ///< time may pass while threads could go on
  bool weak_memory = false;                           ///< atomics are those of the C++20 memory model
  bool keep_going = false;                            ///< list distinct findings
  bool atomics_only = false;                          ///< data races are no findings
  std::optional<std::filesystem::path> suppressions;  ///< findings that are not reported
  bool outputs = false;                               ///< list what the program can print
  bool stats = false;                                 ///< say how much was seen
  std::optional<std::filesystem::path> json;          ///< "-": standard output
  std::optional<std::filesystem::path> html;          ///< where the page goes; "-" is standard output
  std::vector<std::string> arguments;                 ///< of the program
};

void declare(Arguments& arguments, ExploreOptions& options);

/// What is explored.
[[nodiscard]] OwnProgram program_of(const ExploreOptions& options);

/// The variables that give these options to a program that explores itself.
/// \param time  in place of `seconds`
[[nodiscard]] std::map<std::string, std::string> environment_of(const ExploreOptions& options,
                                                                std::chrono::milliseconds time);

/// Explores the schedules of a program and prints the first finding.
/// \return the exit status, or the error that kept it from its work.
[[nodiscard]] Result<ExitStatus> run(const ExploreOptions& options, const CommandContext& here);

}  // namespace lockstep::cli
