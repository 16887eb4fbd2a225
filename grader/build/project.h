#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "build/build.h"
#include "build/step_counter.h"
#include "build/tool.h"
#include "result/result.h"

namespace lockstep::build {

/// A CMake project in a build folder of its own, built with Ninja.
struct Project {
  std::filesystem::path source;
  std::filesystem::path build;
  std::string compiler;
  std::map<std::string, std::string> settings;  ///< CMake cache variables
  int jobs = 0;                                 ///< compilers at a time; 0: as many as Ninja likes
};

/// Configures the project unless it is configured already with the same compiler (path and version) and settings;
/// with others, from nothing. Then lets Ninja bring the build files up to date.
[[nodiscard]] Result<void> configure(const Project& project, std::stop_token stop);

/// Builds targets of a configured project of the kit's own files, unconfined.
/// \param counter  when there is one, is told of it, and nothing is run where all is up to date
[[nodiscard]] Result<ToolRun> make(const Project& project, const std::vector<std::string>& targets,
                                   std::stop_token stop, StepCounter* counter = nullptr);

/// Builds targets of a configured project that reads a learner's files, unless all are up to date.
/// \param shown  what the compilers and linkers may see besides the system's own files and what they write
[[nodiscard]] Result<ToolRun> make_confined(const Project& project, const std::vector<std::string>& targets,
                                            process::Sandbox shown, std::stop_token stop,
                                            StepCounter* counter = nullptr);

/// The steps that Ninja would take for these targets, 0 when all are up to date; nothing when that cannot be told.
[[nodiscard]] std::optional<int> steps_to(const Project& project, const std::vector<std::string>& targets,
                                          std::stop_token stop);

/// The call of Ninja for these targets.
[[nodiscard]] std::vector<std::string> ninja(const Project& project, const std::vector<std::string>& targets);

/// The compiler with its version, as its own first line says.
[[nodiscard]] Result<std::string> identify_compiler(const std::string& compiler, std::stop_token stop);

}  // namespace lockstep::build
