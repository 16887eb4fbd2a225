#pragma once

#include <time.h>

#include "explorer/model/thread.h"

namespace lockstep::explorer {

/// All clocks of the explored program show the same virtual time, so a deadline is the same on each. A time before the
/// clocks began is 0; one that no thread lives to see (285 years after) is never, as the largest std::chrono times are.
[[nodiscard]] inline Time nanoseconds(const timespec& time) {
  constexpr time_t kNobodyWaitsSoLong = 9'000'000'000;  // seconds
  if (time.tv_sec < 0 || time.tv_nsec < 0) return 0;
  if (time.tv_sec >= kNobodyWaitsSoLong) return kNever;
  return static_cast<Time>(time.tv_sec) * 1'000'000'000 + static_cast<Time>(time.tv_nsec);
}

/// A limit as the C library takes it: no limit when it is null.
[[nodiscard]] inline Time time_or_never(const timespec* time) { return time == nullptr ? kNever : nanoseconds(*time); }

/// The moment `time` after `now`.
[[nodiscard]] inline Time later(Time now, Time time) { return time < kNever - now ? now + time : kNever; }

[[nodiscard]] inline timespec to_timespec(Time time) {
  return {.tv_sec = static_cast<time_t>(time / 1'000'000'000), .tv_nsec = static_cast<long>(time % 1'000'000'000)};
}

/// The running thread sleeps, in virtual time.
void sleep_for(Time time, const void* caller);

}  // namespace lockstep::explorer
