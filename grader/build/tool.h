#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "process/run.h"
#include "result/result.h"

namespace lockstep::build {

/// What a tool that builds said, and whether it did its work.
struct ToolRun {
  process::Exit exit;
  std::string text;  ///< standard output and standard error

  [[nodiscard]] bool succeeded() const { return process::succeeded(exit); }
};

/// Runs CMake, Ninja or a compiler on the kit's own files: limited, but not confined.
[[nodiscard]] Result<ToolRun> run_trusted(const std::vector<std::string>& argv, std::stop_token stop);

/// Runs Ninja on what reads a learner's files: sees only `readable` less `hidden`, and writes only to `writable`.
/// \param steps  of Ninja, at most: what all of them together may use grows with it, what each may use does not
[[nodiscard]] Result<ToolRun> run_confined(const std::vector<std::string>& argv, const process::Sandbox& sandbox,
                                           int steps, std::stop_token stop);

/// What one compiler or linker may use in `run_confined`.
inline constexpr std::chrono::seconds kCompilerCpu{60};
inline constexpr std::uint64_t kCompilerBytes = 3ULL << 30;

}  // namespace lockstep::build
