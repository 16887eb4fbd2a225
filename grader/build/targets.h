#pragma once

#include <filesystem>
#include <set>
#include <span>
#include <string>

#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::build {

/// What a CMakeLists.txt makes, as CMake told it while it configured (grader/kit/lab_programs.cmake).
struct Targets {
  std::set<std::string> submit;     ///< files of the submission
  std::set<std::string> programs;   ///< executables
  std::set<std::string> libraries;  ///< all other targets
};

/// Reads what CMake wrote into a configured build folder.
[[nodiscard]] Result<Targets> read_targets(const std::filesystem::path& build_dir);

/// Compares a lab's `lab.toml` with its CMakeLists.txt: both name the same files of the submission, and each program
/// is one that CMakeLists.txt makes.
/// \param programs  that are to be built
/// \return an input error that names both files, and what each of them has.
[[nodiscard]] Result<void> check_lab_targets(const Manifest& manifest, std::span<const std::string> programs,
                                             const Targets& targets);

/// Likewise the programs of the hidden checks, with the CMakeLists.txt beside `checks.toml`.
[[nodiscard]] Result<void> check_hidden_targets(const Manifest& manifest, const Targets& targets);

}  // namespace lockstep::build
