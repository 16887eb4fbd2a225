#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "cancelled.h"
#include "lockstep/explore.h"
#include "loop_fixture.h"
#include "offload.h"
#include "when.h"

namespace {

/// Time passes here when no thread can go on: by the explorer's hand, and exactly.
struct RealLoop {
  SteadyClock clock;
  EventLoop loop{clock};
};

Task<int> go_and_come_back(EventLoop& loop, ThreadPool& pool, int& shared) {
  const auto home = std::this_thread::get_id();
  ++shared;
  co_await resume_on(pool);
  EXPECT_NE(std::this_thread::get_id(), home) << "resume_on(pool) has not moved the coroutine to a thread of the pool";
  ++shared;
  co_await resume_on(loop);
  EXPECT_EQ(std::this_thread::get_id(), home) << "resume_on(loop) has not moved the coroutine to the loop's thread";
  co_return ++shared;
}

Task<int> stay_on(ThreadPool& pool, int value) {
  co_await resume_on(pool);
  co_return value;
}

Task<> go_to(ThreadPool& pool) { co_await resume_on(pool); }

Task<std::size_t> first_of_two(ThreadPool& pool) {
  std::stop_source others;
  std::vector<Task<int>> tasks;
  tasks.reserve(2);
  tasks.push_back(stay_on(pool, 10));
  tasks.push_back(stay_on(pool, 11));
  const auto first = co_await when_any(std::move(tasks), others);
  EXPECT_EQ(first.value, first.index == 0 ? 10 : 11);
  EXPECT_TRUE(others.stop_requested());
  co_return first.index;
}

Task<bool> is_stopped(EventLoop& loop, Duration duration, std::stop_token stop, int& ends) {
  bool stopped = false;
  try {
    co_await loop.sleep_for(duration, std::move(stop));
  } catch (const Cancelled&) {
    stopped = true;
  }
  ++ends;
  co_return stopped;
}

Task<int> sleep_on_the_pool(EventLoop& loop, ThreadPool& pool, std::thread::id& woken_on) {
  co_await resume_on(pool);
  co_await loop.sleep_for(1ms);
  woken_on = std::this_thread::get_id();
  co_return 1;
}

/// Ticks every 10 ms, and tells how late the latest tick was.
Task<> tick(EventLoop& loop, int ticks, Duration& latest) {
  for (int i = 0; i < ticks; ++i) {
    const TimePoint due = loop.now() + 10ms;
    co_await loop.sleep_until(due);
    latest = std::max(latest, loop.now() - due);
  }
}

Task<> call_one_that_blocks(EventLoop& loop, ThreadPool& pool, int& result) {
  std::function<int()> blocking = [] {
    std::this_thread::sleep_for(25ms);
    return 25;
  };
  result = co_await offload(loop, pool, std::move(blocking));
}

Task<int> call_one_that_throws(EventLoop& loop, ThreadPool& pool) {
  const auto home = std::this_thread::get_id();
  std::function<int()> throws = []() -> int { throw std::domain_error("it failed"); };
  Outcome<int> outcome;
  co_await keep(offload(loop, pool, std::move(throws)), outcome);
  EXPECT_EQ(std::this_thread::get_id(), home) << "after an exception, too, the caller goes on on the loop's thread";
  co_return outcome.take();
}

}  // namespace

TEST(ExploredThreadsTest, GoesToThePoolAndBack) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    int shared = 0;
    EXPECT_EQ(real.loop.run(go_and_come_back(real.loop, pool, shared)), 3);
    EXPECT_EQ(shared, 3);
  });
}

TEST(ExploredThreadsTest, ReturnsToTheCallerOfRunFromAnyThread) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    EXPECT_EQ(real.loop.run(stay_on(pool, 7)), 7);
  });
}

TEST(ExploredThreadsTest, TwoTasksEndAtTheSameTime) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(2);
    std::vector<Task<>> tasks;
    tasks.reserve(2);
    tasks.push_back(go_to(pool));
    tasks.push_back(go_to(pool));
    real.loop.run(when_all(std::move(tasks)));
  });
}

TEST(ExploredThreadsTest, TwoTasksRaceAndOneIsTheFirst) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(2);
    (void)real.loop.run(first_of_two(pool));
  });
}

TEST(ExploredThreadsTest, AStopFromAnotherThreadWakesTheLoop) {
  lockstep::explore([] {
    RealLoop real;
    std::stop_source source;
    int ends = 0;
    const std::jthread other([&source] { source.request_stop(); });
    EXPECT_TRUE(real.loop.run(is_stopped(real.loop, Duration::max(), source.get_token(), ends)));
    EXPECT_EQ(ends, 1);
  });
}

// As on a busy machine, the time may come before, while and after the other thread requests the stop.
TEST(ExploredThreadsTest, AStopAndTheTimeWakeTheSleeperOnce) {
  lockstep::explore(
      [] {
        RealLoop real;
        std::stop_source source;
        int ends = 0;
        const std::jthread other([&source] { source.request_stop(); });
        (void)real.loop.run(is_stopped(real.loop, 1ms, source.get_token(), ends));
        EXPECT_EQ(ends, 1);
      },
      {.busy_machine = true});
}

TEST(ExploredThreadsTest, ASleepThatBeginsOnThePoolEndsOnTheLoop) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    std::thread::id woken_on;
    EXPECT_EQ(real.loop.run(sleep_on_the_pool(real.loop, pool, woken_on)), 1);
    EXPECT_EQ(woken_on, std::this_thread::get_id());
  });
}

TEST(ExploredThreadsTest, OthersGoOnWhileACallBlocksAThreadOfThePool) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    int result = 0;
    Duration latest{};
    std::vector<Task<>> tasks;
    tasks.reserve(2);
    tasks.push_back(tick(real.loop, 3, latest));
    tasks.push_back(call_one_that_blocks(real.loop, pool, result));
    real.loop.run(when_all(std::move(tasks)));
    EXPECT_EQ(result, 25);
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
    EXPECT_LT(latest, 1ms) << "the blocking call has held up the loop";
#endif
  });
}

TEST(ExploredThreadsTest, ComesBackAlsoAfterAnException) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    EXPECT_THROW((void)real.loop.run(call_one_that_throws(real.loop, pool)), std::domain_error);
  });
}
