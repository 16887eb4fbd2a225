#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>

namespace lockstep::process {

/// Tells when a program can never go on: each of its threads sleeps until another one wakes it.
///
/// Two looks are needed. A thread whose count of context switches is the same in both, and that waits at the second,
/// has not had a core between them. So there was a moment at which all slept. Each sleeps in futex(2) without a
/// timeout: only a thread that runs can end that, or a handler of a signal, and the program has none for a signal that
/// comes from outside or from a timer.
class DeadEnd {
 public:
  /// \param pids  all processes of the program
  /// \return whether none of their threads can go on, now or later; false where /proc does not show it, as it does
  ///         only to a process that may trace them
  [[nodiscard]] bool look(std::span<const pid_t> pids);

 private:
  using Switches = std::map<pid_t, std::uint64_t>;  // of each thread, so far
  static std::optional<Switches> sleepers(std::span<const pid_t> pids);

  std::optional<Switches> last_;
};

}  // namespace lockstep::process
