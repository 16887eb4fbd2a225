#pragma once

#include <time.h>

#include "explorer/engine/thread.h"

namespace lockstep::explorer {

/// All clocks of the explored program show the same virtual time, so a deadline is the same on each.
[[nodiscard]] inline Time nanoseconds(const timespec& time) {
  return static_cast<Time>(time.tv_sec) * 1'000'000'000 + static_cast<Time>(time.tv_nsec);
}

[[nodiscard]] inline timespec to_timespec(Time time) {
  return {.tv_sec = static_cast<time_t>(time / 1'000'000'000), .tv_nsec = static_cast<long>(time % 1'000'000'000)};
}

}  // namespace lockstep::explorer
