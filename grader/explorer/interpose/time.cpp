// What stands in for clocks and sleeps: time is virtual, and passes only when no thread can go on, or one looks at it.

#include <sys/time.h>

#include <cerrno>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/clock.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

/// What a look at a clock takes: a loop that waits for a time to come then ends.
constexpr Time kLook = 1'000;

void sleep_until(Time until, const void* caller) {
  Engine& run = engine();
  const Operation operation{.kind = OpKind::kSleep, .place = run.place_of(caller), .object = nullptr, .also = nullptr};
  run.perform({.operation = operation, .deadline = until});
}

Time look() {
  Engine& run = engine();
  run.pass_time(kLook);
  return run.now();
}

}  // namespace

void sleep_for(Time time, const void* caller) {
  const EngineScope scope;
  sleep_until(later(engine().now(), time), caller);
}

extern "C" {

int sched_yield() {
  if (!exploring) return real().sched_yield();
  const EngineScope scope;
  Engine& run = engine();
  if (run.self().spins_before_it_waits) return 0;
  const void* const caller = __builtin_return_address(0);
  run.step({.kind = OpKind::kYield, .place = run.place_of(caller), .object = nullptr, .also = nullptr});
  run.looked_again(run.self().spin.observed(nullptr, image().place(caller), 0));
  return 0;
}

int nanosleep(const timespec* time, timespec* left) {
  if (!exploring) return real().nanosleep(time, left);
  const EngineScope scope;
  sleep_until(later(engine().now(), nanoseconds(*time)), __builtin_return_address(0));
  return 0;
}

int clock_nanosleep(clockid_t clock, int flags, const timespec* time, timespec* left) {
  if (!exploring) return real().clock_nanosleep(clock, flags, time, left);
  const EngineScope scope;
  const bool absolute = (flags & TIMER_ABSTIME) != 0;
  sleep_until(absolute ? nanoseconds(*time) : later(engine().now(), nanoseconds(*time)), __builtin_return_address(0));
  return 0;
}

int usleep(useconds_t microseconds) {
  if (!exploring) return real().usleep(microseconds);
  const EngineScope scope;
  sleep_until(engine().now() + Time{microseconds} * 1'000, __builtin_return_address(0));
  return 0;
}

unsigned sleep(unsigned seconds) {
  if (!exploring) return real().sleep(seconds);
  const EngineScope scope;
  sleep_until(engine().now() + Time{seconds} * 1'000'000'000, __builtin_return_address(0));
  return 0;
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  if (!exploring) return real().clock_gettime(clock, time);
  const EngineScope scope;
  *time = to_timespec(look());
  return 0;
}

int gettimeofday(timeval* __restrict time, void* __restrict) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  *time = {.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1'000};
  return 0;
}

time_t time(time_t* result) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != nullptr) *result = now.tv_sec;
  return now.tv_sec;
}
}

}  // namespace lockstep::explorer
