#pragma once

#include <gtest/gtest.h>

#include <chrono>

/// In the explorer time is virtual: when no thread can run, it jumps to the next deadline, and reading the clock takes
/// a microsecond. So in the explorer a test can say exactly when something must have happened. Elsewhere it can only
/// say: not earlier.
class StopWatch {
 public:
  [[nodiscard]] std::chrono::nanoseconds elapsed() const { return Clock::now() - start_; }

  void expect_elapsed(std::chrono::nanoseconds expected, const char* what) const {
    const std::chrono::nanoseconds found = elapsed();
    EXPECT_GE(found.count(), expected.count()) << "too early (in ns): " << what;
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
    constexpr std::chrono::microseconds kLooksAtTheClock{100};
    EXPECT_LE(found.count(), (expected + kLooksAtTheClock).count()) << "too late (in ns): " << what;
#endif
  }

 private:
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start_ = Clock::now();
};
