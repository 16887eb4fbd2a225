#include "process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace {

[[noreturn]] void run_and_end(const std::function<int()>& body) noexcept {
  int code = Process::kThrew;
  try {
    code = body();
  } catch (...) {  // it would go on into a copy of what the parent does
  }
  _exit(code);
}

End end_of(int status) {
  if (WIFSIGNALED(status)) return Killed{WTERMSIG(status)};
  return Exited{WEXITSTATUS(status)};
}

}  // namespace

Process::Process(const std::function<int()>& body) : id_(fork()) {
  if (id_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (id_ == 0) run_and_end(body);
}

Process::Process(Process&& other) noexcept : id_(std::exchange(other.id_, -1)), end_(other.end_) {}

Process& Process::operator=(Process&& other) noexcept {
  if (this != &other) {
    reap();
    id_ = std::exchange(other.id_, -1);
    end_ = other.end_;
  }
  return *this;
}

Process::~Process() { reap(); }

End Process::wait() {
  reap();
  return end_.value();
}

void Process::reap() noexcept {
  if (id_ < 0 || end_) return;
  int status = 0;
  while (waitpid(id_, &status, 0) < 0) {
    if (errno != EINTR) return;
  }
  end_ = end_of(status);
}
