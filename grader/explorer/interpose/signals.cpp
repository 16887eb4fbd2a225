// Signals and the timers that send them: the explorer cannot put them in order with the threads.

#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/unsupported.h"
#include "explorer/library/library_function.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

constexpr std::string_view kSignalFromElsewhere =
    "It would wait for a signal, which is not one of the program's steps.";

constinit auto next_pause = library_function(&::pause, "pause");
constinit auto next_sigsuspend = library_function(&::sigsuspend, "sigsuspend");
constinit auto next_sigwait = library_function(&::sigwait, "sigwait");
constinit auto next_sigwaitinfo = library_function(&::sigwaitinfo, "sigwaitinfo");
constinit auto next_sigtimedwait = library_function(&::sigtimedwait, "sigtimedwait");
constinit auto next_kill = library_function(&::kill, "kill");
constinit auto next_killpg = library_function(&::killpg, "killpg");
constinit auto next_sigqueue = library_function(&::sigqueue, "sigqueue");
constinit auto next_raise = library_function(&::raise, "raise");
constinit auto next_alarm = library_function(&::alarm, "alarm");
constinit auto next_setitimer = library_function(&::setitimer, "setitimer");
constinit auto next_timer_create = library_function(&::timer_create, "timer_create");
constinit auto next_timer_settime = library_function(&::timer_settime, "timer_settime");

void refuse_signal(const char* call, const void* caller) {
  if (exploring) unsupported(call, kSignalsComeAnywhere, caller);
}

/// \return the signal that is pending already; there is one, or the schedule ends
int pending(const sigset_t* set, siginfo_t* info, const char* call, const void* caller) {
  constexpr timespec kAtOnce{};
  const int signo = next_sigtimedwait(set, info, &kAtOnce);
  if (signo < 0) unsupported(call, kSignalFromElsewhere, caller);
  return signo;
}

}  // namespace

extern "C" {

int pause() {
  if (exploring) unsupported("pause()", kSignalFromElsewhere, __builtin_return_address(0));
  return next_pause();
}

int sigsuspend(const sigset_t* mask) {
  if (exploring) unsupported("sigsuspend()", kSignalFromElsewhere, __builtin_return_address(0));
  return next_sigsuspend(mask);
}

int sigwait(const sigset_t* __restrict set, int* __restrict signo) {
  if (!exploring) return next_sigwait(set, signo);
  *signo = pending(set, nullptr, "sigwait()", __builtin_return_address(0));
  return 0;
}

int sigwaitinfo(const sigset_t* __restrict set, siginfo_t* __restrict info) {
  if (!exploring) return next_sigwaitinfo(set, info);
  return pending(set, info, "sigwaitinfo()", __builtin_return_address(0));
}

int sigtimedwait(const sigset_t* __restrict set, siginfo_t* __restrict info, const timespec* __restrict limit) {
  const bool waits = limit == nullptr || limit->tv_sec != 0 || limit->tv_nsec != 0;
  if (!exploring || !waits) return next_sigtimedwait(set, info, limit);
  return pending(set, info, "sigtimedwait()", __builtin_return_address(0));
}

int kill(pid_t pid, int signo) noexcept {
  if (signo != 0) refuse_signal("kill()", __builtin_return_address(0));
  return next_kill(pid, signo);
}

int killpg(pid_t group, int signo) noexcept {
  if (signo != 0) refuse_signal("killpg()", __builtin_return_address(0));
  return next_killpg(group, signo);
}

int sigqueue(pid_t pid, int signo, const sigval value) noexcept {
  if (signo != 0) refuse_signal("sigqueue()", __builtin_return_address(0));
  return next_sigqueue(pid, signo, value);
}

int pthread_kill(pthread_t thread, int signo) noexcept {
  refuse_signal("pthread_kill()", __builtin_return_address(0));
  return real().pthread_kill(thread, signo);
}

int raise(int signo) noexcept {
  refuse_signal("raise()", __builtin_return_address(0));
  return next_raise(signo);
}

unsigned alarm(unsigned seconds) noexcept {
  refuse_signal("alarm()", __builtin_return_address(0));
  return next_alarm(seconds);
}

int setitimer(__itimer_which_t which, const itimerval* __restrict value, itimerval* __restrict old) noexcept {
  refuse_signal("setitimer()", __builtin_return_address(0));
  return next_setitimer(which, value, old);
}

int timer_create(clockid_t clock, sigevent* __restrict event, timer_t* __restrict timer) noexcept {
  refuse_signal("timer_create()", __builtin_return_address(0));
  return next_timer_create(clock, event, timer);
}

int timer_settime(timer_t timer, int flags, const itimerspec* __restrict value, itimerspec* __restrict old) noexcept {
  refuse_signal("timer_settime()", __builtin_return_address(0));
  return next_timer_settime(timer, flags, value, old);
}
}

}  // namespace lockstep::explorer
