#pragma once

#include <gtest/gtest.h>

#include <chrono>

/// In the explorer time is virtual: when no thread can run, it jumps to the next deadline, and reading the clock takes
/// a microsecond. So in the explorer a test can say what happens first and exactly when. Elsewhere it can only say: not
/// earlier.
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

/// The fixture of cases in which delays alone say what comes first: on a busy machine a real clock would fail them.
class InVirtualTime : public ::testing::Test {
 protected:
  void SetUp() override {
#ifndef LOCKSTEP_TIME_IS_VIRTUAL
    GTEST_SKIP() << "it needs virtual time: ./lab grade 10 runs it";
#endif
  }
};
