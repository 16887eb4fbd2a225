#include "event_loop.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "frames.h"
#include "loop_fixture.h"

namespace {

using Noted = std::vector<std::string>;

Task<std::unique_ptr<int>> box(EventLoop& loop) {
  co_await loop.sleep_for(1ms);
  co_return std::make_unique<int>(9);
}

Task<> fail(EventLoop& loop) {
  co_await loop.sleep_for(1ms);
  throw std::domain_error("it failed");
}

Task<> note_after(VirtualLoop& test, Duration duration, std::string what) {
  co_await test.loop.sleep_for(duration);
  test.note(what);
}

Task<> note_at(VirtualLoop& test, TimePoint time, std::string what) {
  co_await test.loop.sleep_until(time);
  test.note(what);
}

Task<> take_turns(VirtualLoop& test, std::string name) {
  for (const char* round : {"1", "2", "3"}) {
    co_await resume_on(test.loop);
    test.note(name + round);
  }
}

/// Sleeps twice, wakes up at this time, and lets others go first.
Task<> note_late(VirtualLoop& test, TimePoint time) {
  co_await test.loop.sleep_for(1ms);
  co_await test.loop.sleep_until(time);
  co_await resume_on(test.loop);
  test.note("late");
}

/// Never sleeps, and is always ready. Each turn keeps the thread for a millisecond.
Task<> be_busy(VirtualLoop& test, int turns) {
  for (int i = 0; i < turns; ++i) {
    test.clock.pass(1ms);
    co_await resume_on(test.loop);
  }
}

}  // namespace

TEST(EventLoopTest, GivesWhatTheTaskGives) {
  VirtualLoop test;
  EXPECT_EQ(test.loop.run(after(test.loop, 5ms, 3)), 3);
  EXPECT_EQ(*test.loop.run(box(test.loop)), 9);
  EXPECT_THROW(test.loop.run(fail(test.loop)), std::domain_error);
  EXPECT_EQ(test.loop.run(after(test.loop, 0ms, 4)), 4) << "a loop runs again after an exception";
}

TEST(EventLoopTest, SleepsAsLongAsItIsTold) {
  VirtualLoop test;
  test.loop.run(after(test.loop, 250ms, 0));
  EXPECT_EQ(test.elapsed(), 250ms);
  test.loop.run(after(test.loop, 1ns, 0));
  EXPECT_EQ(test.elapsed(), 250ms + 1ns);
  test.loop.run(after(test.loop, -1h, 0));
  EXPECT_EQ(test.elapsed(), 250ms + 1ns) << "a time that has passed already";
  EXPECT_EQ(test.loop.now(), test.clock.now());
}

TEST(EventLoopTest, WakesSleepersInTheOrderOfTheirTimes) {
  VirtualLoop test;
  const auto all = [](VirtualLoop& of) -> Task<> {
    Beside beside;
    beside.start(note_after(of, 30ms, "30"));
    beside.start(note_after(of, 10ms, "10"));
    beside.start(note_at(of, TimePoint{} + 20ms, "20"));
    co_await of.loop.sleep_for(15ms);
    of.note("15");
    co_await of.loop.sleep_for(25ms);
    of.note("40");
  };
  test.loop.run(all(test));
  EXPECT_EQ(test.noted, (Noted{"10", "15", "20", "30", "40"}));
  EXPECT_EQ(test.elapsed(), 40ms) << "sleeps at the same time do not add up";
}

TEST(EventLoopTest, WakesThoseOfOneTimeInTheOrderOfTheirSleep) {
  VirtualLoop test;
  const auto all = [](VirtualLoop& of) -> Task<> {
    Beside beside;
    for (const char* name : {"a", "b", "c", "d"}) beside.start(note_at(of, TimePoint{} + 10ms, name));
    co_await of.loop.sleep_for(20ms);
  };
  test.loop.run(all(test));
  EXPECT_EQ(test.noted, (Noted{"a", "b", "c", "d"}));
}

TEST(EventLoopTest, ResumesInTheOrderOfThePosts) {
  VirtualLoop test;
  const auto all = [](VirtualLoop& of) -> Task<> {
    Beside beside;
    for (const char* name : {"a", "b", "c"}) beside.start(take_turns(of, name));
    co_await of.loop.sleep_for(1ms);
  };
  test.loop.run(all(test));
  EXPECT_EQ(test.noted, (Noted{"a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3"}));
}

TEST(EventLoopTest, ASleepOfNoTimeLetsOthersGoFirst) {
  VirtualLoop test;
  const auto all = [](VirtualLoop& of) -> Task<> {
    Beside beside;
    beside.start(take_turns(of, "a"));
    co_await of.loop.sleep_for(0ms);
    of.note("slept");
    co_await of.loop.sleep_for(1ms);
  };
  test.loop.run(all(test));
  ASSERT_EQ(test.noted.size(), 4U);
  EXPECT_EQ(test.noted.front(), "a1") << "it was ready before the sleep began";
}

TEST(EventLoopTest, WakesASleeperAlthoughOthersAreAlwaysReady) {
  VirtualLoop test;
  Duration woken{};
  const auto all = [](VirtualLoop& of, Duration& at) -> Task<> {
    Beside beside;
    beside.start(be_busy(of, 100));
    co_await of.loop.sleep_for(10ms);
    at = of.elapsed();
    co_await of.loop.sleep_for(1s);
  };
  test.loop.run(all(test, woken));
  EXPECT_GE(woken, 10ms);
  EXPECT_LE(woken, 12ms) << "another coroutine was ready all the time, and the sleeper had to wait for its end";
}

TEST(EventLoopTest, TheNextRunResumesWhatWasReadyWhenTheLastOneEnded) {
  VirtualLoop test;
  Beside beside;
  const auto first = [](VirtualLoop& of, Beside& others) -> Task<> {
    const TimePoint time = TimePoint{} + 10ms;
    others.start(note_late(of, time));
    co_await of.loop.sleep_until(time);  // began to sleep until then before the other one: so it goes first, and ends
  };
  test.loop.run(first(test, beside));
  test.loop.run(after(test.loop, 1ms, 0));
  EXPECT_EQ(test.noted, Noted{"late"}) << "a coroutine that was ready was forgotten when the task of run ended";
  EXPECT_EQ(beside.ended(), 1);
}

TEST(EventLoopTest, RunsManyTasksAndLeavesNothingBehind) {
  VirtualLoop test;
  Frames frames;
  const auto framed = [](Frames::Mark /*mark*/, EventLoop& loop, Duration duration) -> Task<> {
    co_await loop.sleep_for(duration);
    co_await resume_on(loop);
  };
  const auto all = [](VirtualLoop& of, Frames& counted, auto& make) -> Task<> {
    Beside beside;
    for (int i = 0; i < 10; ++i) beside.start(make(counted.mark(), of.loop, i % 3 * 1ms));
    co_await of.loop.sleep_for(20ms);
    EXPECT_EQ(beside.ended(), 10);
  };
  for (int i = 0; i < 3; ++i) test.loop.run(all(test, frames, framed));
  frames.expect_that_all_are_gone("after three runs");
  EXPECT_EQ(test.elapsed(), 60ms);
}
