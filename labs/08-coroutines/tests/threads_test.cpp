#include <gtest/gtest.h>

#include <functional>
#include <semaphore>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "cancelled.h"
#include "frames.h"
#include "here.h"
#include "loop_fixture.h"
#include "offload.h"
#include "when.h"

// Real threads, and real time: no case asks how long anything takes.

namespace {

struct RealLoop {
  SteadyClock clock;
  EventLoop loop{clock};
};

/// \return whether each part ran where it was to
Task<bool> go_back_and_forth(Frames::Mark /*mark*/, EventLoop& loop, ThreadPool& pool, int times) {
  const auto home = here();
  bool right = true;
  for (int i = 0; i < times; ++i) {
    co_await resume_on(pool);
    right = right && here() != home;
    co_await resume_on(loop);
    right = right && here() == home;
  }
  co_return right;
}

Task<int> stay_on(ThreadPool& pool, int value) {
  co_await resume_on(pool);
  co_return value;
}

Task<int> offload_this(EventLoop& loop, ThreadPool& pool, int value) {
  std::function<int()> blocking = [value] {
    if (value < 0) throw std::domain_error("below zero");
    return 2 * value;
  };
  const auto home = here();
  Outcome<int> outcome;
  co_await keep(offload(loop, pool, std::move(blocking)), outcome);
  if (here() != home) throw std::logic_error("it did not come back to the loop's thread");
  co_return outcome.take();
}

/// \return 1 when the sleep was stopped
Task<int> is_stopped(EventLoop& loop, std::stop_token stop) {
  try {
    co_await loop.sleep_for(Duration::max(), std::move(stop));
  } catch (const Cancelled&) {
    co_return 1;
  }
  co_return 0;
}

using Gate = std::counting_semaphore<2>;

/// At the end of the scope nobody waits at the gate any more: what is not written yet ends a test early.
struct OpensAtTheEnd {
  Gate& gate;
  ~OpensAtTheEnd() { gate.release(); }
};

Task<int> let_go(EventLoop& loop, Gate& gate) {
  co_await resume_on(loop);
  gate.release();
  co_return 0;
}

}  // namespace

TEST(ThreadsTest, GoesToThePoolAndBack) {
  RealLoop real;
  Frames frames;
  {
    ThreadPool pool(2);
    std::vector<Task<bool>> tasks;
    tasks.reserve(8);
    for (int i = 0; i < 8; ++i) tasks.push_back(go_back_and_forth(frames.mark(), real.loop, pool, 100));
    for (const bool right : real.loop.run(when_all(std::move(tasks)))) EXPECT_TRUE(right) << "it ran on a wrong thread";
  }
  frames.expect_that_all_are_gone("after all have ended");
}

TEST(ThreadsTest, ManyTasksEndOnThreadsOfThePool) {
  for (const int workers : {1, 2, 4}) {
    RealLoop real;
    ThreadPool pool(workers);
    for (int round = 0; round < 50; ++round) {
      std::vector<Task<int>> tasks;
      tasks.reserve(8);
      for (int i = 0; i < 8; ++i) tasks.push_back(stay_on(pool, i));
      EXPECT_EQ(real.loop.run(when_all(std::move(tasks))), (std::vector{0, 1, 2, 3, 4, 5, 6, 7}));
    }
  }
}

TEST(ThreadsTest, OffloadsManyCallsAtOnce) {
  RealLoop real;
  ThreadPool pool(3);
  std::vector<Task<int>> tasks;
  tasks.reserve(20);
  for (int i = 0; i < 20; ++i) tasks.push_back(offload_this(real.loop, pool, i));
  const auto results = real.loop.run(when_all(std::move(tasks)));
  ASSERT_EQ(results.size(), 20U);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)], 2 * i);
  EXPECT_THROW((void)real.loop.run(offload_this(real.loop, pool, -1)), std::domain_error);
}

TEST(ThreadsTest, AnyThreadMayStopASleep) {
  for (int round = 0; round < 20; ++round) {
    RealLoop real;
    std::stop_source source;
    Gate gate(0);
    const std::jthread other([&] {
      gate.acquire();
      source.request_stop();
    });
    const OpensAtTheEnd opens{gate};
    std::vector<Task<int>> tasks;
    tasks.push_back(is_stopped(real.loop, source.get_token()));
    tasks.push_back(let_go(real.loop, gate));  // begins when the other one sleeps
    EXPECT_EQ(real.loop.run(when_all(std::move(tasks))), (std::vector{1, 0}));
  }
}
