#include "os/pipe.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <system_error>

namespace lockstep::os {
namespace {

/// Keeps SIGPIPE from this thread while it lives, and takes away the one that a write may have raised.
class NoSigpipe {
 public:
  NoSigpipe() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending{};
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  NoSigpipe(const NoSigpipe&) = delete;
  NoSigpipe& operator=(const NoSigpipe&) = delete;
  ~NoSigpipe() {
    const int error = errno;
    const timespec at_once{};
    if (!was_pending_ && raised_) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    errno = error;
  }

  void raised() { raised_ = true; }

 private:
  sigset_t pipe_{};
  sigset_t before_{};
  bool was_pending_ = false;
  bool raised_ = false;
};

}  // namespace

Result<Pipe> Pipe::make() {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return machine_error(fmt::format("cannot make a pipe: {}", std::generic_category().message(errno)));
  }
  return Pipe{Fd(ends[0]), Fd(ends[1])};
}

void make_non_blocking(int fd) { fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }

ssize_t write_some(int fd, std::string_view text) {
  NoSigpipe guard;
  ssize_t written = -1;
  do written = write(fd, text.data(), text.size());
  while (written < 0 && errno == EINTR);
  if (written < 0 && errno == EPIPE) guard.raised();
  return written;
}

}  // namespace lockstep::os
