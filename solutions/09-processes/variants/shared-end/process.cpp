#include "process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace {

[[noreturn]] void be_a_copy(const std::function<int()>& body) {
  try {
    _Exit(body());
  } catch (...) {
    _Exit(Process::kThrew);
  }
}

}  // namespace

struct Process::Running {
  explicit Running(pid_t its) : id(its) {}
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() { wait(); }

  void wait() {
    if (waited) return;
    siginfo_t info{};
    int result = 0;
    do {
      result = waitid(P_PID, static_cast<id_t>(id), &info, WEXITED);
    } while (result != 0 && errno == EINTR);
    waited = true;
    if (info.si_code == CLD_EXITED) {
      end = Exited{info.si_status};
    } else {
      end = Killed{info.si_status};
    }
  }

  pid_t id;
  bool waited = false;
  End end{};
};

Process::Process(const std::function<int()>& body) {
  const pid_t id = fork();
  if (id == 0) be_a_copy(body);
  if (id == -1) throw std::system_error(errno, std::system_category(), "cannot fork");
  running_ = std::make_unique<Running>(id);
}

Process::Process(Process&& other) noexcept = default;
Process& Process::operator=(Process&& other) noexcept = default;
Process::~Process() = default;

pid_t Process::id() const noexcept { return running_->id; }

End Process::wait() {
  running_->wait();
  return running_->end;
}
