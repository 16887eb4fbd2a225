#include "baseline_process.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>

#include "explorer/predict/stopwatch.h"
#include "on_one_core.h"

namespace lockstep::measure {
namespace {

struct Request {
  std::uint64_t seed = 0;
  int core = 0;
};

predict::Nanoseconds time_of(const Workload& baseline, const Request& request) {
  const OnOneCore kept(request.core);
  const Job job = baseline.prepare(request.seed, 1, [](const std::function<void()>& body) { body(); });
  predict::Stopwatch stopwatch;
  stopwatch.start();
  (void)job();
  return stopwatch.stop();
}

[[noreturn]] void answer(const Workload& baseline, int socket) {
  try {
    Request request;
    while (recv(socket, &request, sizeof request, 0) == sizeof request) {
      const predict::Nanoseconds time = time_of(baseline, request);
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

std::optional<predict::Nanoseconds> BaselineProcess::time(std::uint64_t seed, int core) const {
  const Request request{.seed = seed, .core = core};
  predict::Nanoseconds time = 0;
  if (send(socket_, &request, sizeof request, MSG_NOSIGNAL) != sizeof request) return std::nullopt;
  if (recv(socket_, &time, sizeof time, 0) != sizeof time) return std::nullopt;
  return time;
}

}  // namespace lockstep::measure
