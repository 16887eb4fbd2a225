#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::process {

/// Microseconds since the machine's start.
[[nodiscard]] inline std::int64_t now_us() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

/// What lockstep-init is to do. The grader writes it into a file in memory that init inherits, so that no other user of
/// the machine reads the program's environment from a command line.
struct Plan {
  std::vector<std::string> argv;
  std::vector<std::string> environment;  ///< NAME=VALUE
  std::string working_dir;

  std::uint32_t user = 0;  ///< user and group id to change to; 0: no change
  bool confined = false;   ///< no capabilities, no new privileges, and the filter of system calls
  bool alone = false;      ///< own process and network namespaces: no other process is in reach
  bool landlock = false;   ///< only `readable` and `writable` of the file system may be used
  std::vector<std::string> readable;
  std::vector<std::string> writable;

  std::uint64_t file_bytes = 0;      ///< of each file
  std::uint64_t open_files = 0;      ///< descriptors of each process; 0: no limit
  std::uint64_t processes = 0;       ///< of the user id as a whole; 0: no limit
  std::uint64_t cpu_s = 0;           ///< of each process: a backstop, should the grader not look
  std::uint64_t each_cpu_s = 0;      ///< of each process: then SIGXCPU; 0: no limit
  std::uint64_t address_bytes = 0;   ///< of each process; 0: no limit
  std::uint64_t timeout_ms = 0;      ///< wall time after which all is killed: likewise a backstop
  std::uint64_t channels = 0;        ///< the program keeps fds 0 to 2 + channels
  std::uint64_t control_groups = 0;  ///< how many files `cgroup.procs` are inherited
};

/// A plan as text, and back. Reads only what `to_text` wrote.
[[nodiscard]] std::string to_text(const Plan& plan);
[[nodiscard]] Plan plan_from(std::string_view text);

/// Where lockstep-init finds what it inherits: right after the descriptors of the program.
struct OwnFds {
  int plan;
  int status;         ///< where the one `InitStatus` goes
  int control;        ///< its other end is closed: kill everything
  int control_group;  ///< the first of them
};
[[nodiscard]] inline OwnFds own_fds(int channels) {
  const int first = 3 + channels;
  return {first, first + 1, first + 2, first + 3};
}

/// What lockstep-init says to the grader: that the program starts, and how it ended, or that it cannot start. The one
/// message of the sandbox that is believed.
struct InitStatus {
  enum class Kind : std::int32_t { kStarts, kExited, kSignaled, kNotStarted };
  Kind kind{};
  std::int32_t value = 0;       ///< exit code, signal, or errno
  std::int64_t at_us = 0;       ///< when, by the clock that counts from the machine's start: the same for all
  std::int64_t cpu_us = 0;      ///< of the processes that were waited for
  std::int64_t peak_bytes = 0;  ///< resident, of the largest one process
  char what[48] = {};           ///< kNotStarted: what did not work, ended by NUL
};

}  // namespace lockstep::process
