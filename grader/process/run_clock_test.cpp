#include "process/run_clock.h"

#include <gtest/gtest.h>

namespace lockstep::process {
namespace {

using namespace std::chrono_literals;

/// The age after a second in which each look was like this.
RunClock::Duration after_a_second(RunClock::Duration look, RunClock::Duration cpu, bool wants_cpu) {
  RunClock clock;
  for (RunClock::Duration passed{}; passed < 1s; passed += look) clock.pass(look, cpu, wants_cpu);
  return clock.age();
}

TEST(RunClockTest, ARunThatWaitsGrowsOlderAsOnTheWall) { EXPECT_EQ(after_a_second(50ms, 0ms, false), 1s); }

TEST(RunClockTest, ARunThatHasItsCoreDoesSoToo) { EXPECT_EQ(after_a_second(50ms, 50ms, true), 1s); }

TEST(RunClockTest, SeveralCoresMakeItNoOlder) { EXPECT_EQ(after_a_second(50ms, 200ms, true), 1s); }

TEST(RunClockTest, ARunThatIsKeptWaitingForACoreGrowsOlderByWhatItGets) {
  EXPECT_EQ(after_a_second(50ms, 5ms, true), 100ms);
  EXPECT_EQ(after_a_second(50ms, 0ms, true), 0ms);
}

TEST(RunClockTest, WhatPassedWhileNobodyLookedHardlyCounts) {
  RunClock clock;
  clock.pass(1h, 0ms, false);
  EXPECT_EQ(clock.age(), RunClock::kLongestLook);
}

}  // namespace
}  // namespace lockstep::process
