#include <gtest/gtest.h>

#include <stop_token>
#include <utility>
#include <vector>

#include "cancelled.h"
#include "lockstep/explore.h"
#include "loop_fixture.h"
#include "offload.h"
#include "when.h"

namespace {

Task<int> stay_on(ThreadPool& pool, int value) {
  co_await resume_on(pool);
  co_return value;
}

Task<int> take_a_turn(EventLoop& loop, int value) {
  co_await resume_on(loop);
  co_return value;
}

Task<int> stop_from(ThreadPool& pool, std::stop_source source) {
  co_await resume_on(pool);
  source.request_stop();
  co_return 0;
}

Task<int> is_stopped(EventLoop& loop, std::stop_token stop) {
  int stopped = 0;
  try {
    co_await loop.sleep_for(Duration::max(), std::move(stop));
  } catch (const Cancelled&) {
    stopped = 1;
  }
  co_return stopped;
}

}  // namespace

TEST(HiddenThreadsTest, OneTaskEndsOnTheLoopAndOneOnThePool) {
  lockstep::explore([] {
    SteadyClock clock;
    EventLoop loop(clock);
    ThreadPool pool(1);
    std::vector<Task<int>> tasks;
    tasks.reserve(2);
    tasks.push_back(stay_on(pool, 1));
    tasks.push_back(take_a_turn(loop, 2));
    EXPECT_EQ(loop.run(when_all(std::move(tasks))), (std::vector{1, 2}));
  });
}

TEST(HiddenThreadsTest, AStopFromThePool) {
  lockstep::explore([] {
    SteadyClock clock;
    EventLoop loop(clock);
    ThreadPool pool(1);
    std::stop_source source;
    std::vector<Task<int>> tasks;
    tasks.reserve(2);
    tasks.push_back(stop_from(pool, source));
    tasks.push_back(is_stopped(loop, source.get_token()));
    EXPECT_EQ(loop.run(when_all(std::move(tasks))), (std::vector{0, 1}));
  });
}
