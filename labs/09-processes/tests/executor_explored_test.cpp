#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "executor.h"
#include "lockstep/explore.h"
#include "work_on.h"

// The executor with threads. Other processes are nothing that the explorer can follow.

namespace {

Bytes twice(const Bytes& input) {
  if (input.empty()) throw std::domain_error("nothing");
  return input + input;
}

}  // namespace

TEST(ExploredExecutorTest, GivesEachInputItsResult) {
  lockstep::explore([] {
    Executor executor(Kind::kThreads, 1, twice);
    auto first = executor.submit("a");
    auto second = executor.submit("b");
    EXPECT_EQ(first.get(), "aa");
    EXPECT_EQ(second.get(), "bb");
  });
}

TEST(ExploredExecutorTest, TwoWorkersWorkAtTheSameTime) {
  lockstep::explore([] {
    std::latch both(2);
    Executor executor(Kind::kThreads, 2, [&both](const Bytes& input) {
      both.arrive_and_wait();
      return input;
    });
    auto first = executor.submit("a");
    auto second = executor.submit("b");
    EXPECT_EQ(first.get(), "a");
    EXPECT_EQ(second.get(), "b");
  });
}

TEST(ExploredExecutorTest, TwoThreadsSubmit) {
  lockstep::explore([] {
    Executor executor(Kind::kThreads, 1, twice);
    std::future<Bytes> first;
    std::thread other([&] { first = executor.submit("a"); });
    auto second = executor.submit("b");
    other.join();
    EXPECT_EQ(first.get(), "aa");
    EXPECT_EQ(second.get(), "bb");
  });
}

TEST(ExploredExecutorTest, WorkersThatHaveNothingToDoEnd) {
  lockstep::explore([] { const Executor executor(Kind::kThreads, 2, twice); });
}

TEST(ExploredExecutorTest, DoesAllThatWasSubmittedBeforeItEnds) {
  lockstep::explore([] {
    std::optional<Executor> executor(std::in_place, Kind::kThreads, 1, twice);
    auto first = executor->submit("a");
    auto second = executor->submit("b");
    executor.reset();
    EXPECT_EQ(first.get(), "aa");
    EXPECT_EQ(second.get(), "bb");
  });
}

TEST(ExploredExecutorTest, AFailureReachesItsFuture) {
  lockstep::explore([] {
    Executor executor(Kind::kThreads, 1, twice);
    auto bad = executor.submit("");
    auto good = executor.submit("b");
    EXPECT_THROW((void)bad.get(), TaskFailed);
    EXPECT_EQ(good.get(), "bb");
  });
}

TEST(ExploredExecutorTest, WaitsForAllThoughOneFails) {
  lockstep::explore([] {
    std::atomic<int> done = 0;
    Executor executor(Kind::kThreads, 1, work_on<int>([&done](int n) {
                        if (n == 0) throw std::domain_error("not this one");
                        ++done;
                        return n;
                      }));
    EXPECT_THROW((void)do_all<int>(executor, std::vector{0, 1}), TaskFailed);
    EXPECT_EQ(done, 1) << "do_all has thrown before all inputs were done";
  });
}
