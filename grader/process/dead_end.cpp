#include "process/dead_end.h"

#include <linux/futex.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <string>
#include <string_view>

#include "process/proc_files.h"

namespace lockstep::process {
namespace {

/// The value after "Name:\t" in /proc/PID/status.
std::string_view value_of(std::string_view status, std::string_view name) {
  for (auto at = status.find(name); at != std::string_view::npos; at = status.find(name, at + 1)) {
    const bool whole_name = at == 0 || status[at - 1] == '\n';
    if (whole_name) return status.substr(std::min(status.size(), at + name.size() + 2));
  }
  return {};
}

constexpr std::uint64_t bit(int signo) { return std::uint64_t{1} << (signo - 1); }

/// Signals that a thread's own deed raises, and the two that the C library sends from one thread to another.
constexpr std::uint64_t kOfItsOwnDoing = bit(SIGSEGV) | bit(SIGBUS) | bit(SIGFPE) | bit(SIGILL) | bit(SIGABRT) |
                                         bit(SIGTRAP) | bit(SIGSYS) | bit(SIGPIPE) | bit(SIGXCPU) | bit(SIGXFSZ) |
                                         bit(32) | bit(33);
/// A thread that a sanitizer's runtime starts for itself blocks all that may be blocked, but for these two.
constexpr std::uint64_t kStandardSignals = bit(32) - 1;
constexpr std::uint64_t kLeftToTheRuntime = bit(SIGKILL) | bit(SIGSTOP) | bit(SIGSYS);

/// A system call that a thread sleeps in: its number and arguments, as in /proc/PID/syscall (proc(5)).
struct SystemCall {
  long number = -1;
  std::array<std::uint64_t, 6> arguments{};
};

std::optional<SystemCall> system_call(std::string_view text) {
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;  // "running", or none
  SystemCall call{.number = static_cast<long>(number(text))};
  for (std::uint64_t& argument : call.arguments) {
    const auto next = text.find(" 0x");
    if (next == std::string_view::npos) return std::nullopt;
    text.remove_prefix(next + 3);
    argument = number(text, 16);
  }
  return call;
}

/// Whether a thread is in futex(2) until another one wakes it, however long that takes.
bool waits_without_a_timeout(const SystemCall& call) {
  if (call.number != SYS_futex || call.arguments[3] != 0) return false;
  constexpr std::array kWaits{FUTEX_WAIT, FUTEX_WAIT_BITSET, FUTEX_LOCK_PI, FUTEX_WAIT_REQUEUE_PI};
  const int operation = static_cast<int>(call.arguments[1]) & FUTEX_CMD_MASK;
  return std::find(kWaits.begin(), kWaits.end(), operation) != kWaits.end();
}

/// ThreadSanitizer has a thread that looks about ten times a second, and wakes nobody.
bool is_a_runtimes_own(const SystemCall& call, std::string_view status) {
  const bool sleeps = call.number == SYS_nanosleep || call.number == SYS_clock_nanosleep;
  const std::uint64_t blocked = number(value_of(status, "SigBlk"), 16) | kLeftToTheRuntime;
  return sleeps && (blocked & kStandardSignals) == kStandardSignals;
}

}  // namespace

std::optional<DeadEnd::Switches> DeadEnd::sleepers(std::span<const pid_t> pids) {
  Switches found;
  bool all = true;
  for (const pid_t pid : pids) {
    for_each_number_in(proc(pid) + "/task", [&](pid_t thread) {
      if (!all) return;
      const std::string folder = proc(pid) + "/task/" + std::to_string(thread);
      // The call before the count: should the thread be woken between the two, the next look counts more.
      const auto call = system_call(content(folder + "/syscall"));
      const std::string status = content(folder + "/status");
      if (value_of(status, "State").starts_with('Z')) return;
      all = call && value_of(status, "State").starts_with('S') &&
            (number(value_of(status, "SigCgt"), 16) & ~kOfItsOwnDoing) == 0;
      if (!all || is_a_runtimes_own(*call, status)) return;
      all = waits_without_a_timeout(*call);
      found[thread] =
          number(value_of(status, "voluntary_ctxt_switches")) + number(value_of(status, "nonvoluntary_ctxt_switches"));
    });
    if (!all) return std::nullopt;
  }
  if (found.empty()) return std::nullopt;
  return found;
}

bool DeadEnd::look(std::span<const pid_t> pids) {
  auto now = sleepers(pids);
  const bool same = now && now == last_;
  last_ = std::move(now);
  return same;
}

}  // namespace lockstep::process
