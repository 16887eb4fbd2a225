#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lockstep::process {

/// All processes below `ancestor`, itself not among them, parents first. A process that starts or ends meanwhile may
/// be missed.
[[nodiscard]] std::vector<pid_t> descendants(pid_t ancestor);

/// Whether `pid` is below `ancestor` now, itself not among them.
[[nodiscard]] bool descends_from(pid_t pid, pid_t ancestor);

/// Whether the environment of `pid` held `text` when it was started, as far as it may be read.
[[nodiscard]] bool has_environment(pid_t pid, std::string_view text);

/// The processes whose environment held `text` when they were started, as far as it may be read.
[[nodiscard]] std::vector<pid_t> with_environment(std::string_view text);

/// What some processes use now.
struct Usage {
  std::chrono::microseconds cpu{};   ///< theirs and that of the children that they waited for
  std::uint64_t resident_bytes = 0;  ///< not backed by files; what processes share counts once for each
  int tasks = 0;                     ///< processes and threads
};
[[nodiscard]] Usage usage(std::span<const pid_t> pids);

/// Whether a thread of theirs can go on: it runs, waits for a core or for a disk.
[[nodiscard]] bool some_thread_can_go_on(std::span<const pid_t> pids);

/// CPU time of the children that `pid` waited for.
[[nodiscard]] std::chrono::microseconds waited_for_cpu(pid_t pid);

/// Processes and threads of a user id on the whole machine.
[[nodiscard]] int tasks_of_user(uid_t user);

}  // namespace lockstep::process
