#include <gtest/gtest.h>

#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "cancelled.h"
#include "event_loop.h"
#include "frames.h"
#include "loop_fixture.h"

namespace {

using Noted = std::vector<std::string>;

/// Notes how a sleep has ended, and when.
Task<> note_the_end(VirtualLoop& test, Duration duration, std::stop_token stop) {
  try {
    co_await test.loop.sleep_for(duration, std::move(stop));
    test.note("slept");
  } catch (const Cancelled&) {
    test.note("stopped");
  }
  test.note(std::to_string(test.elapsed() / 1ms));
}

Task<> stop_after(EventLoop& loop, Duration duration, std::stop_source source) {
  co_await loop.sleep_for(duration);
  source.request_stop();
}

/// A sleeper, and a stop after some time; then time for whatever is left of the sleep.
Task<> sleep_and_stop(VirtualLoop& test, Duration sleep, Duration stop) {
  Beside beside;
  std::stop_source source;
  beside.start(note_the_end(test, sleep, source.get_token()));
  beside.start(stop_after(test.loop, stop, source));
  co_await test.loop.sleep_for(100ms);
}

Task<> hold(Frames& frames, EventLoop& loop, std::stop_token stop, int depth) {
  const auto held = frames.mark();
  if (depth > 1) {
    co_await hold(frames, loop, std::move(stop), depth - 1);
  } else {
    co_await loop.sleep_for(1h, std::move(stop));
  }
}

}  // namespace

TEST(CancellationTest, EndsASleepAtOnce) {
  VirtualLoop test;
  test.loop.run(sleep_and_stop(test, 50ms, 20ms));
  EXPECT_EQ(test.noted, (Noted{"stopped", "20"}));
}

TEST(CancellationTest, AStopBeforeTheSleepLetsNoTimePass) {
  VirtualLoop test;
  std::stop_source source;
  source.request_stop();
  test.loop.run(note_the_end(test, 50ms, source.get_token()));
  EXPECT_EQ(test.noted, (Noted{"stopped", "0"}));
}

TEST(CancellationTest, AStopAfterTheTimeDoesNothing) {
  VirtualLoop test;
  test.loop.run(sleep_and_stop(test, 20ms, 50ms));
  EXPECT_EQ(test.noted, (Noted{"slept", "20"}));
}

TEST(CancellationTest, AStopAtTheTimeResumesTheSleeperOnce) {
  VirtualLoop test;
  const auto all = [](VirtualLoop& of) -> Task<> {
    Beside beside;
    std::stop_source source;
    // The one that stops goes first: then the other one's time has come, and it has not gone on yet.
    beside.start(stop_after(of.loop, 20ms, source));
    beside.start(note_the_end(of, 20ms, source.get_token()));
    co_await of.loop.sleep_for(100ms);
  };
  test.loop.run(all(test));
  ASSERT_EQ(test.noted.size(), 2U) << "a sleeper has one end";
  EXPECT_TRUE(test.noted[0] == "slept" || test.noted[0] == "stopped");
  EXPECT_EQ(test.noted[1], "20");
}

TEST(CancellationTest, LeavesNothingOfTheSleepBehind) {
  VirtualLoop test;
  std::stop_source source;
  const auto all = [](VirtualLoop& of, std::stop_source stop) -> Task<> {
    Beside beside;
    beside.start(note_the_end(of, 50ms, stop.get_token()));
    beside.start(stop_after(of.loop, 10ms, stop));
    co_await of.loop.sleep_for(20ms);
  };
  test.loop.run(all(test, source));
  test.loop.run(after(test.loop, 1h, 0));
  EXPECT_EQ(test.noted, (Noted{"stopped", "10"})) << "a sleeper that was stopped was resumed again, at its time";
}

TEST(CancellationTest, CleansUpAllTheWayUp) {
  VirtualLoop test;
  Frames frames;
  const auto all = [](EventLoop& loop, Frames& held) -> Task<> {
    Beside beside;
    std::stop_source source;
    beside.start(hold(held, loop, source.get_token(), 3));
    co_await loop.sleep_for(10ms);
    EXPECT_EQ(held.alive(), 3);
    source.request_stop();
    co_await loop.sleep_for(0ms);
    EXPECT_EQ(beside.ended(), 1) << "the task that was stopped has not ended";
    held.expect_that_all_are_gone("after the stop");
  };
  test.loop.run(all(test.loop, frames));
  EXPECT_EQ(test.elapsed(), 10ms);
}

TEST(CancellationTest, SleepsForEverUntilItIsStopped) {
  for (const Duration ever : {Duration::max(), Duration::max() - 1ns}) {
    VirtualLoop test;
    test.clock.pass(1s);
    test.loop.run(sleep_and_stop(test, ever, 20ms));
    EXPECT_EQ(test.noted, (Noted{"stopped", "1020"}))
        << "does now + duration go beyond the end of the clock, and come out as a time that has passed?";
  }
}
