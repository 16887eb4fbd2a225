#pragma once

#include <pthread.h>

#include <cerrno>
#include <csignal>
#include <ctime>

// Given.

/// A write into a pipe that nobody can read any more raises SIGPIPE, which ends the process. While an object of this
/// class lives, the same write of this thread only fails, with EPIPE. For the rest of the program, and for the programs
/// that it starts, nothing changes, as it would with signal(SIGPIPE, SIG_IGN).
class WithoutSigpipe {
 public:
  WithoutSigpipe() noexcept {
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    const sigset_t sigpipe = only_sigpipe();
    pthread_sigmask(SIG_BLOCK, &sigpipe, &before_);
  }
  WithoutSigpipe(const WithoutSigpipe&) = delete;
  WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;
  ~WithoutSigpipe() {
    const int error = errno;
    const sigset_t sigpipe = only_sigpipe();
    const timespec at_once{};
    while (!was_pending_ && sigtimedwait(&sigpipe, nullptr, &at_once) < 0 && errno == EINTR) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    errno = error;
  }

 private:
  static sigset_t only_sigpipe() noexcept {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    return set;
  }

  sigset_t before_{};
  bool was_pending_ = false;
};
