// Tests that read what a compiler makes of a file.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "process/run.h"

namespace lockstep::integrity {

inline std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// Compiles one file.
/// \param options  besides those that all flavours have
inline void compile(const std::string& compiler, const std::string& options, const std::filesystem::path& source,
                    const std::filesystem::path& output) {
  std::vector<std::string> argv{compiler, "-std=gnu++20", "-fno-omit-frame-pointer", "-w"};
  for (const std::string& option : words_of(options)) argv.push_back(option);
  argv.insert(argv.end(), {"-c", source, "-o", output});
  process::Limits limits;
  limits.wall = std::chrono::minutes(2);
  limits.cpu = std::chrono::minutes(2);
  limits.memory_bytes = 4ULL << 30;
  limits.file_bytes = 1ULL << 28;
  const process::Sandbox open{.backend = process::SandboxBackend::kNone,
                              .readable = {},
                              .hidden = {},
                              .writable = {output.parent_path()},
                              .builds = true};
  const auto run = process::run(
      {.argv = argv, .environment = {{"PATH", std::getenv("PATH")}}, .working_dir = {}, .input = "", .channels = 0},
      limits, open);
  EXPECT_TRUE(run && process::succeeded(run->exit)) << source << (run ? run->errors : run.error().message);
}

}  // namespace lockstep::integrity
