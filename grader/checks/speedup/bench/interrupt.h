#pragma once

#include <csignal>
#include <ctime>
#include <stop_token>
#include <thread>

namespace lockstep::checks::speedup {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request, so that what was begun is taken back. Made before any other
/// thread: the signals are blocked in all of them.
class Interrupt {
 public:
  Interrupt() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signo : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signo);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    watcher_ = std::jthread([signals, source = source_](const std::stop_token& over) mutable {
      const timespec patience{.tv_sec = 0, .tv_nsec = 50'000'000};
      while (!over.stop_requested()) {
        if (sigtimedwait(&signals, nullptr, &patience) > 0) source.request_stop();
      }
    });
  }

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread watcher_;
};

}  // namespace lockstep::checks::speedup
