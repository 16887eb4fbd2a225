#include "os/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>

namespace lockstep::os {
namespace {

constexpr int kInterruptedStatus = 130;

sigset_t watched_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  sigaddset(&set, SIGUSR2);  // sent by the destructor, so that the watcher ends
  return set;
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t set = watched_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  watcher_ = std::jthread([source = source_](const std::stop_token& over) mutable {
    const sigset_t watched = watched_signals();
    for (int signo = 0; sigwait(&watched, &signo) == 0 && !over.stop_requested();) {
      if (source.stop_requested()) _exit(kInterruptedStatus);
      source.request_stop();
    }
  });
}

Interrupt::~Interrupt() {
  watcher_.request_stop();
  pthread_kill(watcher_.native_handle(), SIGUSR2);
}

}  // namespace lockstep::os
