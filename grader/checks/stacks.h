#pragma once

#include <sys/types.h>
#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::checks {

/// A place in a program.
struct Frame {
  std::string function;  ///< demangled; "?" when unknown
  std::string file;      ///< as the compiler named it; empty when unknown
  int line = 0;
};

/// Where one thread stands: innermost frame first.
using Stack = std::vector<Frame>;

/// Where each thread of those processes stands that run `program`. The processes are stopped while they are looked at.
/// What cannot be read is left out; without debug information frames have no file.
[[nodiscard]] std::vector<Stack> read_stacks(const std::vector<pid_t>& pids, const std::filesystem::path& program);

}  // namespace lockstep::checks
