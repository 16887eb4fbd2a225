#pragma once

#include <gtest/gtest.h>

#include <chrono>

/// In the explorer time is virtual: when no thread can run, it jumps to the next deadline, and reading the clock takes
/// a microsecond. So in the explorer a test can say exactly when something happens. Elsewhere it can only say: not
/// earlier.
inline void expect_time(std::chrono::nanoseconds found, std::chrono::nanoseconds expected, const char* what) {
  EXPECT_GE(found.count(), expected.count()) << "too early (in ns): " << what;
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
  constexpr std::chrono::microseconds kLooksAtTheClock{500};
  EXPECT_LE(found.count(), (expected + kLooksAtTheClock).count()) << "too late (in ns): " << what;
#endif
}
