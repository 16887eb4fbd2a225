#include "explorer/interpose/watchdog.h"

#include <signal.h>
#include <sys/time.h>

#include "explorer/engine/describe.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/real.h"

namespace lockstep::explorer {
namespace {

constexpr int kTimeout = 5;  // seconds; an honest computation between two operations of a test takes far less

struct sigaction before {};
std::uint64_t steps_seen = 0;
int seconds_without_a_step = 0;

void look(int signo) {
  Engine& run = engine();
  if (const pthread_t runs = run.carrier().self(run.current());
      run.running() && pthread_equal(runs, pthread_self()) == 0) {
    real().pthread_kill(runs, signo);  // the system gives a process's signal to any of its threads
    return;
  }
  if (!run.running() || run.steps() != steps_seen) {
    steps_seen = run.steps();
    seconds_without_a_step = 0;
    return;
  }
  if (++seconds_without_a_step < kTimeout || !exploring) return;
  seconds_without_a_step = 0;
  exploring = false;
  const Place place = run.next(run.current()).place;
  run.fail({.kind = FindingKind::kTimeOut,
            .message = describe(run.current()) + " has run for " + std::to_string(kTimeout) +
                       " seconds without a visible operation, since " + mark(place) +
                       ". It is in an endless loop that reads no atomic and takes no lock, or waits in a way that the "
                       "explorer does not see.",
            .places = {place},
            .address = 0});
}

void tick_every(time_t seconds) {
  const itimerval timer{.it_interval = {.tv_sec = seconds, .tv_usec = 0},
                        .it_value = {.tv_sec = seconds, .tv_usec = 0}};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace

Watchdog::Watchdog() {
  struct sigaction action {};
  action.sa_handler = look;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESTART;
  sigaction(SIGALRM, &action, &before);
  tick_every(1);
}

Watchdog::~Watchdog() {
  tick_every(0);
  sigaction(SIGALRM, &before, nullptr);
}

}  // namespace lockstep::explorer
