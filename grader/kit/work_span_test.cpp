#include "lockstep/work_span.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "lockstep/rendezvous.h"

namespace lockstep {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr milliseconds kForEver{3'600'000};  // a test that waits so long hangs: no machine is slow enough to miss

thread_local nanoseconds used{};  // the CPU time of a thread, as the tests say

nanoseconds told_time() { return used; }

/// A task body that costs so much.
auto costing(int cost) {
  return [cost] { used += nanoseconds(cost); };
}

/// Takes the tasks, whose costs are given, in order from a shared index, on so many threads.
void run_shared(WorkSpan& watched, const std::vector<int>& costs, int threads) {
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> workers;
  workers.reserve(static_cast<std::size_t>(threads));
  for (int i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      for (std::size_t task = next++; task < costs.size(); task = next++) watched.run(costing(costs[task]));
    });
  }
}

/// Thread i does the tasks of `costs[i]`.
void run_split(WorkSpan& watched, const std::vector<std::vector<int>>& costs) {
  std::vector<std::jthread> workers;
  workers.reserve(costs.size());
  for (const auto& mine : costs) {
    workers.emplace_back([&watched, &mine] {
      for (const int cost : mine) watched.run(costing(cost));
    });
  }
}

TEST(WorkSpanTest, TwoWorkersWithASharedIndexAreTwiceAsFast) {
  WorkSpan watched(40, 2, {.timeout = kForEver, .clock = told_time});
  run_shared(watched, std::vector<int>(40, 5), 2);
  EXPECT_EQ(watched.work(), nanoseconds(200));
  EXPECT_EQ(watched.span(), nanoseconds(100));
  EXPECT_EQ(watched.speedup(), 2.0);
}

TEST(WorkSpanTest, SharesOutUnevenTasksAsCoresWould) {
  WorkSpan watched(5, 2, {.timeout = kForEver, .clock = told_time});
  // One worker has the task of 8; the other does 3, 2, 2 and 1 in that time.
  run_shared(watched, {8, 3, 2, 2, 1}, 2);
  EXPECT_EQ(watched.span(), nanoseconds(8));
  EXPECT_EQ(watched.speedup(), 2.0);
}

TEST(WorkSpanTest, ServesMoreWorkersThanTheMachineHasCores) {
  WorkSpan watched(160, 16, {.timeout = kForEver, .clock = told_time});
  run_shared(watched, std::vector<int>(160, 3), 16);
  EXPECT_EQ(watched.speedup(), 16.0);
}

TEST(WorkSpanTest, SeesTheSlowerSideOfAStaticSplit) {
  WorkSpan watched(40, 2, {.timeout = milliseconds(20), .clock = told_time});
  run_split(watched, {std::vector<int>(30, 1), std::vector<int>(10, 1)});
  EXPECT_EQ(watched.work(), nanoseconds(40));
  EXPECT_GE(watched.span(), nanoseconds(30));
  EXPECT_DOUBLE_EQ(watched.busiest_share(), 0.75);
}

TEST(WorkSpanTest, SeesThatHalvesOfEqualCountDifferInCost) {
  WorkSpan watched(40, 2, {.timeout = milliseconds(20), .clock = told_time});
  run_split(watched, {std::vector<int>(20, 100), std::vector<int>(20, 1)});
  EXPECT_GE(watched.span(), nanoseconds(2000));
  EXPECT_DOUBLE_EQ(watched.busiest_share(), 2000.0 / 2020);
}

TEST(WorkSpanTest, OneThreadIsAsFastAsOneWorker) {
  WorkSpan watched(40, 2, {.timeout = milliseconds(1), .clock = told_time});
  run_split(watched, {std::vector<int>(40, 5)});
  EXPECT_EQ(watched.speedup(), 1.0);
  EXPECT_EQ(watched.busiest_share(), 1.0);
}

TEST(WorkSpanTest, TasksUnderOneLockAreAsSlowAsOneWorkerThoughSharedEvenly) {
  WorkSpan watched(40, 2, {.timeout = milliseconds(1), .clock = told_time});
  std::mutex one_lock;
  const auto half = [&] {
    for (int i = 0; i < 20; ++i) {
      const std::lock_guard lock(one_lock);
      watched.run(costing(5));
    }
  };
  {
    const std::jthread other(half);
    half();
  }
  EXPECT_EQ(watched.speedup(), 1.0);
  EXPECT_DOUBLE_EQ(watched.busiest_share(), 0.5);
}

TEST(WorkSpanTest, WorkersThatWereGivenUpStillCountSideBySideOnceTheyCome) {
  WorkSpan watched(4, 2, {.timeout = milliseconds(1), .clock = told_time});
  watched.run(costing(10));  // gives the other worker up
  Rendezvous both({.timeout = kForEver});
  const auto body = [&both] {
    both.meet();
    used += nanoseconds(10);
  };
  {
    const std::jthread late([&] { watched.run(body); });
    watched.run(body);
  }
  EXPECT_EQ(watched.work(), nanoseconds(30));
  EXPECT_EQ(watched.span(), nanoseconds(20));
}

TEST(WorkSpanTest, NeverClaimsMoreThanTheWorkersAskedFor) {
  WorkSpan watched(8, 2, {.timeout = kForEver, .clock = told_time});
  std::vector<std::vector<int>> a_thread_for_each_task(8, {5});
  run_split(watched, a_thread_for_each_task);
  EXPECT_EQ(watched.speedup(), 2.0);
}

TEST(WorkSpanTest, PassesAnExceptionOnAndForgetsItsBody) {
  WorkSpan watched(2, 1, {.timeout = kForEver, .clock = told_time});
  EXPECT_THROW(watched.run([] { throw std::runtime_error("no"); }), std::runtime_error);
  watched.run(costing(5));
  EXPECT_EQ(watched.span(), nanoseconds(5));
}

TEST(WorkSpanTest, CountsTheCpuTimeOfABodyAndNotItsWaiting) {
  WorkSpan watched(1, 1);
  watched.run([] {
    const nanoseconds end = thread_cpu_time() + milliseconds(5);
    while (thread_cpu_time() < end) {
    }
    std::this_thread::sleep_for(milliseconds(50));
  });
  EXPECT_GE(watched.work(), milliseconds(5));
  EXPECT_LT(watched.work(), milliseconds(50));
}

TEST(WorkSpanTest, HasNothingToSayWithoutWork) {
  const WorkSpan watched(0, 2);
  EXPECT_EQ(watched.speedup(), 1.0);
  EXPECT_EQ(watched.busiest_share(), 0.0);
}

}  // namespace
}  // namespace lockstep
