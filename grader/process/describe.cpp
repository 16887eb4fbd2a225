#include <fmt/core.h>

#include <csignal>
#include <cstring>

#include "process/run.h"

namespace lockstep::process {
namespace {

std::string_view meaning(int signo) {
  switch (signo) {
    case SIGABRT:
      return "aborted";
    case SIGBUS:
      return "bus error";
    case SIGFPE:
      return "arithmetic error, such as a division by zero";
    case SIGILL:
      return "illegal instruction";
    case SIGKILL:
      return "killed";
    case SIGPIPE:
      return "nobody reads its output";
    case SIGSEGV:
      return "segmentation fault";
    case SIGSYS:
      return "a system call that is not allowed";
    case SIGTERM:
      return "asked to end";
    case SIGTRAP:
      return "trap";
    case SIGXCPU:
      return "CPU time limit exceeded";
    case SIGXFSZ:
      return "files too large";
    default:
      return "";
  }
}

std::string amount(std::uint64_t bytes) {
  if (bytes >= 10ULL << 30) return fmt::format("{} GB", bytes >> 30);
  if (bytes >= 1ULL << 20) return fmt::format("{} MB", bytes >> 20);
  return bytes >= 1ULL << 10 ? fmt::format("{} kB", bytes >> 10) : fmt::format("{} bytes", bytes);
}

struct Sentence {
  std::string operator()(const Exited& end) const {
    return end.code == 0 ? "ended normally" : fmt::format("ended with exit status {}", end.code);
  }
  std::string operator()(const Signaled& end) const {
    const auto why = meaning(end.signo);
    return why.empty() ? fmt::format("was killed by signal {}", end.signo)
                       : fmt::format("was killed by signal {} ({})", end.signo, why);
  }
  std::string operator()(const TimedOut& end) const {
    const double limit_s = std::chrono::duration<double>(end.limit).count();
    return end.clock == TimedOut::Clock::kWall
               ? fmt::format("was still running after {:g} s and was stopped", limit_s)
               : fmt::format("used more than {:g} s of CPU time and was stopped", limit_s);
  }
  std::string operator()(const Deadlocked&) const {
    return "could not go on and was stopped: each of its threads waited for another one to wake it";
  }
  std::string operator()(const Starved& end) const {
    return fmt::format(
        "was given {:.1f} s of CPU time in {:.0f} s, wanted more, and was stopped: the machine was too busy",
        std::chrono::duration<double>(end.cpu).count(), std::chrono::duration<double>(end.wall).count());
  }
  std::string operator()(const OutOfMemory& end) const {
    return fmt::format("needed more memory than the {} allowed", amount(end.limit_bytes));
  }
  std::string operator()(const OutputLimitExceeded& end) const {
    return fmt::format("wrote more than {} to {} and was stopped", amount(end.limit_bytes), end.stream);
  }
  std::string operator()(const Stopped&) const { return "was stopped on request"; }
};

}  // namespace

std::string describe(const Exit& exit) { return std::visit(Sentence(), exit); }

}  // namespace lockstep::process
