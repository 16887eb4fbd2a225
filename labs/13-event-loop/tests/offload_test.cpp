#include "offload.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "here.h"
#include "loop_fixture.h"

namespace {

/// Calls so many functions on the pool, at the same time, and adds up what they give.
Task<> add_one(Loop& loop, ThreadPool& pool, std::atomic<int>& on_loop, int number, int& sum) {
  const std::thread::id home = here();
  std::function<std::string()> blocking = [&on_loop, home, number] {
    if (here() == home) ++on_loop;
    return std::to_string(number);
  };
  const std::string result = co_await offload(loop, pool, std::move(blocking));
  EXPECT_EQ(here(), home) << "the coroutine goes on on the loop's thread";
  sum += std::stoi(result);  // without a lock: all coroutines run on one thread
}

}  // namespace

TEST(OffloadTest, CallsOnThePoolAndComesBack) {
  for (const int workers : {1, 2, 3, 4, 5, 7, 11, 13}) {
    ScriptedNetwork network({}, Time::kSteady);
    Loop loop(network);
    ThreadPool pool(workers);
    std::atomic<int> on_loop{0};
    int sum = 0;
    for (int number = 1; number <= 100; ++number) loop.spawn(add_one(loop, pool, on_loop, number, sum));
    loop.run(nothing_more());
    EXPECT_EQ(sum, 5050);
    EXPECT_EQ(on_loop, 0) << "the function was called on the loop's thread, which it blocks";
  }
}

TEST(OffloadTest, PassesOnWhatTheFunctionThrows) {
  ScriptedNetwork network({}, Time::kSteady);
  Loop loop(network);
  ThreadPool pool(1);
  std::function<std::string()> throws = []() -> std::string { throw std::domain_error("it failed"); };
  EXPECT_THROW((void)loop.run(offload(loop, pool, std::move(throws))), std::domain_error);
}
