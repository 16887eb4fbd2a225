// What an exploration says that it has covered, and tells the grader.

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "lockstep/explore.h"

namespace lockstep {
namespace {

using namespace std::chrono_literals;

void add_under_a_lock() {
  std::mutex mutex;
  int sum = 0;
  const auto add = [&] {
    const std::scoped_lock lock(mutex);
    ++sum;
  };
  std::jthread first(add);
  std::jthread second(add);
}

constexpr timespec kLongerThanTheNet{.tv_sec = 0, .tv_nsec = 600'000'000};

void deadlock_in_some_schedule() {
  std::mutex one;
  std::mutex other;
  std::jthread first([&] {
    const std::scoped_lock outer(one);
    const std::scoped_lock inner(other);
  });
  std::jthread second([&] {
    const std::scoped_lock outer(other);
    const std::scoped_lock inner(one);
  });
}

TEST(ExplorationCoverageTest, TheCoverageNamesWhatAnInterleavingDependsOn) {
  const Exploration woken = explore([] {
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    std::jthread other([&] {
      const std::scoped_lock lock(mutex);
      ready = true;
      changed.notify_one();
    });
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return ready; });
  });
  EXPECT_TRUE(covers_all(woken.coverage)) << woken.guarantee;
  EXPECT_EQ(woken.coverage.bounds.spurious_events, 2U);
  EXPECT_FALSE(woken.coverage.bounds.time_exact);

  const auto sleep = [] { std::jthread other([] { std::this_thread::sleep_for(1ms); }); };
  EXPECT_TRUE(explore(sleep).coverage.bounds.time_exact);
  EXPECT_FALSE(explore(sleep, {.busy_machine = true}).coverage.bounds.time_exact);
}

TEST(ExplorationCoverageTest, TheCoverageSaysThatALoopWasHeldBack) {
  const Exploration result = explore(
      [] {
        std::atomic<bool> ready{false};
        std::jthread other([&] { ready = true; });
        int looks = 0;
        while (!ready) {
          ++looks;
          std::this_thread::yield();
        }
        EXPECT_GE(looks, 0);
      },
      {.schedules = 500});
  EXPECT_FALSE(result.finding);
  EXPECT_TRUE(result.coverage.bounds.fair) << result.guarantee;
}

/// Three threads that add up: far more interleavings than run in a moment.
void many_interleavings() {
  std::atomic<int> sum{0};
  const auto add = [&] {
    for (int i = 0; i < 20; ++i) sum.fetch_add(1);
  };
  std::jthread first(add);
  std::jthread second(add);
  std::jthread third(add);
}

TEST(ExplorationCoverageTest, ABudgetThatIsUsedUpIsNotCalledAll) {
  const Exploration result = explore(many_interleavings, {.schedules = 1000});
  EXPECT_EQ(result.coverage.end, Coverage::End::kBudget) << result.guarantee;
  EXPECT_EQ(result.coverage.schedules, 1000U);
  EXPECT_TRUE(result.coverage.bounds.preemptions) << result.guarantee;
  const Exploration sampled = explore(many_interleavings, {.strategy = Strategy::kRandom, .schedules = 1000});
  EXPECT_FALSE(sampled.coverage.bounds.preemptions) << sampled.guarantee;
}

/// Each of three takes two of the locks in their order, and starts again where the second one is not free.
void two_of_three_locks_each() {
  std::array<std::mutex, 3> locks;
  const auto take = [&locks](std::size_t low, std::size_t high) {
    for (;;) {
      const std::scoped_lock first(locks.at(low));
      const std::unique_lock second(locks.at(high), std::try_to_lock);
      if (second) return;
    }
  };
  std::jthread one(take, 0, 1);
  std::jthread other(take, 1, 2);
  take(0, 2);
}

TEST(ExplorationCoverageTest, TwoThatOnlyTryInTurnDoNotKeepTheThirdFromRunning) {
  const Exploration result = explore(two_of_three_locks_each, {.strategy = Strategy::kExhaustive, .schedules = 20'000});
  EXPECT_EQ(result.coverage.schedules, 20'000U) << result.guarantee;
  EXPECT_EQ(result.coverage.cut, 0U) << result.guarantee;
}

constexpr std::uint64_t kEndless = 1'000'000'000'000;

TEST(ExplorationCoverageTest, WhatTimeEndedIsNoBudgetThatWasUsedUp) {
  const Exploration result =
      explore(many_interleavings, {.strategy = Strategy::kRandom, .schedules = kEndless, .time = 50ms});
  EXPECT_TRUE(result.coverage.out_of_time);
  EXPECT_EQ(result.coverage.end, Coverage::End::kBudget);
  EXPECT_NE(result.guarantee.find("until time ran out"), std::string::npos) << result.guarantee;
  EXPECT_FALSE(explore(many_interleavings, {.schedules = 40}).coverage.out_of_time);
}

TEST(ExplorationCoverageTest, AFindingThatWasExpectedIsNotMissingWhereTimeRanOut) {
  explore(many_interleavings,
          {.strategy = Strategy::kRandom, .schedules = kEndless, .time = 50ms, .expected = FindingKind::kDeadlock});
}

TEST(ExplorationCoverageTest, TimeIsWhatTheProcessComputes) {
  bool waited = false;
  const auto wait_once = [&] {
    // As on a machine that gives the process no core for a while. The explorer follows no such call.
    if (!waited) syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &kLongerThanTheNet, nullptr);
    waited = true;
    add_under_a_lock();
  };
  const Exploration result = explore(wait_once, {.strategy = Strategy::kExhaustive, .time = 200ms});
  EXPECT_TRUE(covers_all(result.coverage)) << result.guarantee;
}

TEST(ExplorationCoverageTest, ACoverageIsOfNoFinding) {
  const Exploration result = explore(deadlock_in_some_schedule, {.expected = FindingKind::kDeadlock});
  EXPECT_EQ(result.coverage.end, Coverage::End::kBudget);
  EXPECT_EQ(result.coverage.schedules, result.schedules);
}

/// The value of a property that the test under way has recorded for the grader.
std::string recorded(const std::string& key) {
  const testing::TestResult& result = *testing::UnitTest::GetInstance()->current_test_info()->result();
  for (int i = 0; i < result.test_property_count(); ++i) {
    if (result.GetTestProperty(i).key() == "lockstep_" + key) return result.GetTestProperty(i).value();
  }
  return "not recorded";
}

TEST(ExplorationCoverageTest, TellsTheGraderTheCoverageOfAllExplorationsOfATest) {
  explore(deadlock_in_some_schedule, {.expected = FindingKind::kDeadlock});
  EXPECT_EQ(recorded("coverage_end"), "not recorded");
  const Exploration all = explore(add_under_a_lock);
  EXPECT_EQ(recorded("coverage_end"), "all");
  const Exploration some = explore(add_under_a_lock, {.schedules = 3});
  EXPECT_EQ(recorded("coverage_end"), "budget");
  EXPECT_EQ(recorded("coverage_schedules"), std::to_string(all.coverage.schedules + 3));
  explore(add_under_a_lock);
  EXPECT_EQ(recorded("coverage_end"), "budget");
}

}  // namespace
}  // namespace lockstep
