#pragma once

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

  [[nodiscard]] bool succeeded() const {
    const auto* exited = std::get_if<process::Exited>(&exit);
    return exited != nullptr && exited->code == 0;
  }
};

/// Runs CMake, Ninja or a compiler on the kit's own files: limited, but not confined.
[[nodiscard]] Result<ToolRun> run_trusted(const std::vector<std::string>& argv, std::stop_token stop);

/// Runs Ninja on a learner's files: sees only `readable` less `hidden`, and writes only to `writable`.
[[nodiscard]] Result<ToolRun> run_confined(const std::vector<std::string>& argv, const process::Sandbox& sandbox,
                                           std::stop_token stop);

}  // namespace lockstep::build
