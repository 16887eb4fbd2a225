#include "baseline_process.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>

#include "explorer/predict/stopwatch.h"

namespace lockstep::measure {
namespace {

predict::Nanoseconds time_of(const Workload& baseline, std::uint64_t seed) {
  const Job job = baseline.prepare(seed, 1, [](const std::function<void()>& body) { body(); });
  predict::Stopwatch stopwatch;
  stopwatch.start();
  (void)job();
  return stopwatch.stop();
}

[[noreturn]] void answer(const Workload& baseline, int socket) {
  try {
    std::uint64_t seed = 0;
    while (recv(socket, &seed, sizeof seed, 0) == sizeof seed) {
      const predict::Nanoseconds time = time_of(baseline, seed);
      if (send(socket, &time, sizeof time, MSG_NOSIGNAL) != sizeof time) break;
    }
  } catch (...) {  // the one who asks sees that there is no answer
  }
  _exit(0);
}

}  // namespace

BaselineProcess::BaselineProcess(const Workload& baseline) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
  child_ = fork();
  if (child_ == 0) {
    close(ends[0]);
    answer(baseline, ends[1]);
  }
  close(ends[1]);
  socket_ = ends[0];
}

BaselineProcess::~BaselineProcess() {
  if (socket_ >= 0) close(socket_);
  if (child_ > 0) waitpid(child_, nullptr, 0);
}

std::optional<predict::Nanoseconds> BaselineProcess::time(std::uint64_t seed) const {
  predict::Nanoseconds time = 0;
  if (send(socket_, &seed, sizeof seed, MSG_NOSIGNAL) != sizeof seed) return std::nullopt;
  if (recv(socket_, &time, sizeof time, 0) != sizeof time) return std::nullopt;
  return time;
}

}  // namespace lockstep::measure
