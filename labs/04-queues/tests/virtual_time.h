#pragma once

#include <gtest/gtest.h>

#include <chrono>

/// Under the explorer time is virtual: it passes only while no thread can go on, and then to the next deadline (and a
/// microsecond whenever somebody looks at the clock). So a test there can say exactly when something must have
/// happened. Elsewhere it can only say: not earlier.
class StopWatch {
 public:
  [[nodiscard]] std::chrono::nanoseconds elapsed() const { return Clock::now() - start_; }

  void expect_elapsed(std::chrono::nanoseconds expected, const char* what) const {
    const std::chrono::nanoseconds found = elapsed();
    EXPECT_GE(found.count(), expected.count()) << "too early (in ns): " << what;
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
    constexpr std::chrono::microseconds kLooksAtTheClock{20};
    EXPECT_LE(found.count(), (expected + kLooksAtTheClock).count()) << "too late (in ns): " << what;
#endif
  }

 private:
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start_ = Clock::now();
};
