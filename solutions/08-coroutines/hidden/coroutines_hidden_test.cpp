#include <gtest/gtest.h>

#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "cancelled.h"
#include "event_loop.h"
#include "frames.h"
#include "generator.h"
#include "loop_fixture.h"
#include "when.h"

namespace {

Generator<int> count(Frames::Mark /*mark*/, int from, int to) {
  for (int i = from; i < to; ++i) co_yield i;
}

Generator<int> triangle(Frames& frames, int rows) {
  for (int row = 1; row <= rows; ++row) {
    for (const int i : count(frames.mark(), 0, row)) co_yield i;
  }
}

Task<int> sum_of_all(EventLoop& loop, int depth) {
  if (depth == 0) {
    co_await loop.sleep_for(10ms);
    co_return 1;
  }
  std::vector<Task<int>> tasks;
  tasks.reserve(3);
  for (int i = 0; i < 3; ++i) tasks.push_back(sum_of_all(loop, depth - 1));
  int sum = 0;
  const auto values = co_await when_all(std::move(tasks));
  for (const int value : values) sum += value;
  co_await loop.sleep_for(1ms);
  co_return sum;
}

Task<int> sleep_until_stopped(EventLoop& loop, Duration duration, std::stop_token stop, int value) {
  int result = value;
  try {
    co_await loop.sleep_for(duration, std::move(stop));
  } catch (const Cancelled&) {
    result = -value;
  }
  co_return result;
}

Task<int> stop_after(EventLoop& loop, Duration duration, std::stop_source source) {
  co_await loop.sleep_for(duration);
  source.request_stop();
  co_return 0;
}

/// The shorter one of two sleeps, unless it is stopped from outside.
Task<int> race_of_two(EventLoop& loop, Duration shorter, Duration longer, std::stop_token outer) {
  std::stop_source inner;
  const auto hand_on = [&inner] { inner.request_stop(); };
  const std::stop_callback<decltype(hand_on)> callback(outer, hand_on);
  std::vector<Task<int>> tasks;
  tasks.reserve(2);
  tasks.push_back(after(loop, longer, 2, inner.get_token()));
  tasks.push_back(after(loop, shorter, 1, inner.get_token()));
  const auto first = co_await when_any(std::move(tasks), inner);
  co_return first.value;
}

}  // namespace

TEST(HiddenCoroutinesTest, AGeneratorWithinAGenerator) {
  Frames frames;
  std::vector<int> values;
  for (const int value : triangle(frames, 4)) values.push_back(value);
  EXPECT_EQ(values, (std::vector{0, 0, 1, 0, 1, 2, 0, 1, 2, 3}));
  for (const int value : triangle(frames, 4)) {
    if (value == 2) break;
  }
  frames.expect_that_all_are_gone("after both sequences");
}

TEST(HiddenCoroutinesTest, AllWithinAll) {
  VirtualLoop test;
  EXPECT_EQ(test.loop.run(sum_of_all(test.loop, 4)), 81);
  EXPECT_EQ(test.elapsed(), 14ms) << "10 ms for all the leaves at once, and 1 ms for each level above";
}

TEST(HiddenCoroutinesTest, OneStopWakesManySleepers) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  std::stop_source source;
  const auto stop = source.get_token();
  std::vector<Task<int>> tasks;
  tasks.push_back(sleep_until_stopped(loop, 5ms, stop, 1));
  tasks.push_back(stop_after(loop, 20ms, source));
  tasks.push_back(sleep_until_stopped(loop, 30ms, stop, 2));
  tasks.push_back(sleep_until_stopped(loop, 30ms, {}, 3));
  tasks.push_back(sleep_until_stopped(loop, Duration::max(), stop, 4));
  tasks.push_back(sleep_until_stopped(loop, 30ms, stop, 5));
  EXPECT_EQ(loop.run(when_all(std::move(tasks))), (std::vector{1, 0, -2, 3, -4, -5}));
  EXPECT_EQ(test.elapsed(), 30ms);
}

TEST(HiddenCoroutinesTest, ARaceWithinARace) {
  VirtualLoop test;
  EventLoop& loop = test.loop;
  std::stop_source source;
  std::vector<Task<int>> tasks;
  tasks.push_back(race_of_two(loop, 40ms, 50ms, source.get_token()));
  tasks.push_back(race_of_two(loop, 10ms, 1h, source.get_token()));
  const auto first = loop.run(when_any(std::move(tasks), source));
  EXPECT_EQ(first.index, 1U);
  EXPECT_EQ(first.value, 1);
  EXPECT_EQ(test.elapsed(), 10ms);
}
