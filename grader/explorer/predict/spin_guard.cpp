#include "explorer/predict/spin_guard.h"

#include <signal.h>
#include <sys/time.h>
#include <ucontext.h>

#include <algorithm>
#include <string>
#include <utility>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/finding/wording.h"
#include "explorer/image/stack.h"
#include "explorer/predict/stopwatch.h"

namespace lockstep::predict {
namespace {

using explorer::engine;
using explorer::Place;

constexpr suseconds_t kTick = 250'000;                // microseconds
constexpr Nanoseconds kMostComputed = 1'000'000'000;  // a task takes milliseconds
constexpr Nanoseconds kMostWaited = 20'000'000'000;

struct sigaction before {};
std::uint64_t steps_seen = 0;
Clocks since;  // when they were seen first

/// The program's innermost place that was interrupted, be it in a function of a library that it has called.
Place place_of(const void* context) {
#if defined(__x86_64__)
  const auto address = static_cast<std::uintptr_t>(static_cast<const ucontext_t*>(context)->uc_mcontext.gregs[REG_RIP]);
#elif defined(__aarch64__)
  const auto address = static_cast<std::uintptr_t>(static_cast<const ucontext_t*>(context)->uc_mcontext.pc);
#endif
  if (const Place place = explorer::image().place(address)) return place;
  const explorer::Stack stack = explorer::own_stack();
  auto at = std::ranges::find(stack, address - 1);
  while (at != stack.end() && explorer::image().place(*at) == 0) ++at;
  return at == stack.end() ? 0 : explorer::image().place(*at);
}

[[noreturn]] void give_up(std::string what, Place place) {
  explorer::exploring = false;
  engine().fail({.kind = FindingKind::kTimeOut,
                 .message = explorer::describe(engine().current()) + std::move(what) + " at " + explorer::mark(place) +
                            ". One thread runs at a time here, and so the others wait for ever.",
                 .places = {place},
                 .address = 0});
}

void look(int, siginfo_t*, void* context) {
  explorer::Engine& run = engine();
  if (!run.running() || !explorer::exploring) return;
  const Clocks now = system_clocks();
  if (run.steps() != steps_seen) {
    steps_seen = run.steps();
    since = now;
  }
  if (now.cpu - since.cpu > kMostComputed) give_up(" spins, and never gives up its core,", place_of(context));
  if (now.real - since.real > kMostWaited) give_up(" waits, in a way that is not seen,", place_of(context));
}

void tick_every(suseconds_t microseconds) {
  const timeval interval{.tv_sec = 0, .tv_usec = microseconds};
  const itimerval timer{.it_interval = interval, .it_value = interval};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace

SpinGuard::SpinGuard() {
  steps_seen = std::numeric_limits<std::uint64_t>::max();
  struct sigaction action {};
  action.sa_sigaction = look;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESTART | SA_SIGINFO;
  sigaction(SIGALRM, &action, &before);
  tick_every(kTick);
}

SpinGuard::~SpinGuard() {
  tick_every(0);
  sigaction(SIGALRM, &before, nullptr);
}

}  // namespace lockstep::predict
