#include "threads_for.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "fake_clocks.h"
#include "fakes.h"

TEST(MeasureTest, TellsWaitingFromComputing) {
  FakeClocks fake;
  const Measured measured = measure([&fake] { fake.pass(30ms, 10ms); }, 1, fake.clocks());
  EXPECT_EQ(measured.wait, 30ms);
  EXPECT_EQ(measured.compute, 10ms);
}

TEST(MeasureTest, GivesTheMeanOfTheRuns) {
  FakeClocks fake;
  int runs = 0;
  const auto task = [&] {
    ++runs;
    fake.pass(runs * 10ms, runs * 1ms);
  };
  const Measured measured = measure(task, 4, fake.clocks());
  EXPECT_EQ(runs, 4);
  EXPECT_EQ(measured.wait, 25ms);
  EXPECT_EQ(measured.compute, 2500us);
}

TEST(MeasureTest, ACoarseClockMakesNoNegativeWait) {
  FakeClocks fake;
  const Measured measured = measure([&fake] { fake.pass(-2ms, 10ms); }, 2, fake.clocks());
  EXPECT_EQ(measured.wait, 0ms);
  EXPECT_EQ(measured.compute, 10ms);
}

TEST(MeasureTest, PassesOnWhatTheTaskThrows) {
  FakeClocks fake;
  EXPECT_THROW((void)measure([] { throw Failed("busy"); }, 3, fake.clocks()), Failed);
}

TEST(MeasureTest, RefusesToMeasureNoRuns) {
  FakeClocks fake;
  EXPECT_THROW((void)measure([] {}, 0, fake.clocks()), std::invalid_argument);
}

TEST(ThreadsForTest, AreAsManyAsCoresForATaskThatOnlyComputes) {
  EXPECT_EQ(threads_for({.wait = 0ms, .compute = 8ms}, 4, 100), 4U);
  EXPECT_EQ(threads_for({.wait = 0ms, .compute = 1ns}, 1, 100), 1U);
}

TEST(ThreadsForTest, AreMoreForATaskThatWaits) {
  EXPECT_EQ(threads_for({.wait = 8ms, .compute = 8ms}, 4, 100), 8U);
  EXPECT_EQ(threads_for({.wait = 70ms, .compute = 10ms}, 2, 100), 16U);
}

TEST(ThreadsForTest, AreRoundedUp) {
  EXPECT_EQ(threads_for({.wait = 1ms, .compute = 2ms}, 3, 100), 5U);
  EXPECT_EQ(threads_for({.wait = 1ms, .compute = 4ms}, 1, 100), 2U);
}

TEST(ThreadsForTest, AreNeverAboveTheBound) {
  EXPECT_EQ(threads_for({.wait = 70ms, .compute = 10ms}, 2, 9), 9U);
  EXPECT_EQ(threads_for({.wait = 0ms, .compute = 10ms}, 8, 3), 3U);
  EXPECT_EQ(threads_for({.wait = 70ms, .compute = 0ms}, 2, 32), 32U);
  EXPECT_EQ(threads_for({.wait = 0ms, .compute = 0ms}, 2, 32), 32U);
  EXPECT_EQ(threads_for({.wait = Duration::max(), .compute = 1ns}, 1'000, 64), 64U);
}

TEST(ThreadsForTest, RefusesWhatCannotBe) {
  EXPECT_THROW((void)threads_for({.wait = 1ms, .compute = 1ms}, 0, 8), std::invalid_argument);
  EXPECT_THROW((void)threads_for({.wait = 1ms, .compute = 1ms}, 2, 0), std::invalid_argument);
  EXPECT_THROW((void)threads_for({.wait = -1ms, .compute = 1ms}, 2, 8), std::invalid_argument);
  EXPECT_THROW((void)threads_for({.wait = 1ms, .compute = -1ms}, 2, 8), std::invalid_argument);
}
