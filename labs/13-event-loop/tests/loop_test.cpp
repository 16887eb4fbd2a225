#include "loop.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "loop_fixture.h"

namespace {

Task<int> half(int number) {
  if (number % 2 != 0) throw std::domain_error("odd");
  co_return number / 2;
}

/// Sleeps, and notes its name.
Task<> sleeper(VirtualLoop& on, Duration duration, std::string name) {
  const Wake wake = co_await on.loop.sleep_for(duration);
  EXPECT_EQ(wake, Wake::kTimedOut);
  on.note(std::move(name));
}

Task<> yielder(VirtualLoop& on, int times, std::string name) {
  for (int i = 0; i < times; ++i) {
    on.note(name + std::to_string(i));
    co_await on.loop.yield();
  }
}

/// Takes turns without end, until a flag says so, or far too many.
Task<> yield_until(VirtualLoop& on, const bool& over) {
  for (int i = 0; i < 100'000 && !over; ++i) co_await on.loop.yield();
  EXPECT_TRUE(over) << "others always have something to do, and so this coroutine is kept waiting for ever";
}

Task<> wait_for(VirtualLoop& on, int connection, Direction direction, TimePoint deadline, std::string name) {
  Wake wake = Wake::kReady;
  if (direction == Direction::kRead) {
    wake = co_await on.loop.readable(connection, deadline);
  } else {
    wake = co_await on.loop.writable(connection, deadline);
  }
  on.note(name + " " + name_of(wake) + " at " + std::to_string(on.elapsed() / 1ms));
}

Task<> set_when_readable(VirtualLoop& on, int connection, bool& flag) {
  co_await on.loop.readable(connection);
  flag = true;
}

Task<> set_when_slept(VirtualLoop& on, bool& flag) {
  co_await on.loop.yield();
  co_await on.loop.sleep_until(on.loop.now());
  flag = true;
}

Task<> post_again(VirtualLoop& on, const bool& over, int left) {
  if (!over && left > 0) {
    on.loop.post([&on, &over, left] { on.loop.spawn(post_again(on, over, left - 1)); });
  }
  if (left == 0) ADD_FAILURE() << "a loop that calls what is posted looks at its coroutines, too";
  co_return;
}

constexpr TimePoint kBegin{};

}  // namespace

TEST(LoopTest, GivesWhatTheTaskGives) {
  VirtualLoop on;
  EXPECT_EQ(on.loop.run(half(8)), 4);
  EXPECT_THROW(on.loop.run(half(7)), std::domain_error);
  EXPECT_EQ(on.loop.run(half(6)), 3);
  EXPECT_EQ(on.elapsed(), 0ms);
}

TEST(LoopTest, RunsWhatWasSpawnedToItsEndAndDestroysIt) {
  VirtualLoop on;
  const auto held = std::make_shared<int>(0);
  const auto hold = [](VirtualLoop& in, std::shared_ptr<int> copy) -> Task<> {
    ++*copy;
    co_await in.loop.sleep_for(5ms);
    ++*copy;
  };
  const auto spawn_two = [](VirtualLoop& in, const auto& body, std::shared_ptr<int> copy) -> Task<> {
    in.loop.spawn(body(in, copy));
    EXPECT_EQ(*copy, 1) << "what is spawned begins at once";
    in.loop.spawn(body(in, copy));
    co_return;
  };
  on.loop.run(spawn_two(on, hold, held));
  EXPECT_EQ(*held, 4);
  EXPECT_EQ(on.elapsed(), 5ms);
  EXPECT_EQ(held.use_count(), 1) << "the frame of a task that has ended is destroyed";
}

TEST(LoopTest, WakesSleepersInTheOrderOfTheirTimes) {
  VirtualLoop on;
  on.loop.spawn(sleeper(on, 20ms, "c"));
  on.loop.spawn(sleeper(on, 10ms, "a"));
  on.loop.spawn(sleeper(on, 10ms, "b"));
  on.loop.run(sleeper(on, 30ms, "d"));
  EXPECT_EQ(on.noted, (Notes{"a", "b", "c", "d"}));
  EXPECT_EQ(on.elapsed(), 30ms);
}

TEST(LoopTest, ALateLoopWakesThemInTheSameOrder) {
  VirtualLoop on;
  const auto keep_busy = [](VirtualLoop& in) -> Task<> {
    co_await in.loop.sleep_for(1ms);
    in.network.pass(100ms);
  };
  on.loop.spawn(keep_busy(on));
  on.loop.spawn(sleeper(on, 20ms, "b"));
  on.loop.spawn(sleeper(on, 10ms, "a"));
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted, (Notes{"a", "b"}));
  EXPECT_EQ(on.elapsed(), 101ms);
}

TEST(LoopTest, AYieldLetsThoseGoFirstThatAreReady) {
  VirtualLoop on;
  on.loop.spawn(yielder(on, 3, "a"));
  on.loop.run(yielder(on, 2, "b"));
  EXPECT_EQ(on.noted, (Notes{"a0", "b0", "a1", "b1", "a2"}));
}

TEST(LoopTest, NobodyIsKeptWaitingByThoseThatYield) {
  VirtualLoop on({{.acts = {sends(0ms, "x")}}});
  const int connection = on.accept();
  bool read = false;
  bool slept = false;
  bool posted = false;
  on.loop.spawn(set_when_readable(on, connection, read));
  on.loop.run(yield_until(on, read));
  on.loop.spawn(set_when_slept(on, slept));
  on.loop.run(yield_until(on, slept));
  on.loop.post([&posted] { posted = true; });
  on.loop.run(yield_until(on, posted));
}

TEST(LoopTest, NobodyIsKeptWaitingByThosePosted) {
  VirtualLoop on({{.acts = {sends(0ms, "x")}}});
  const int connection = on.accept();
  bool read = false;
  on.loop.spawn(set_when_readable(on, connection, read));
  on.loop.run(post_again(on, read, 1000));
}

TEST(LoopTest, WaitsForAConnectionOrForTheDeadline) {
  VirtualLoop on({{.acts = {sends(10ms, "x")}}, {.acts = {sends(30ms, "x")}}, {.acts = {takes(20ms, 1)}, .window = 0}});
  const int first = on.accept();
  const int second = on.accept();
  const int third = on.accept();
  on.loop.spawn(wait_for(on, first, Direction::kRead, kBegin + 25ms, "first"));
  on.loop.spawn(wait_for(on, second, Direction::kRead, kBegin + 15ms, "second"));
  on.loop.spawn(wait_for(on, third, Direction::kWrite, TimePoint::max(), "third"));
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted, (Notes{"first ready at 10", "second timed out at 15", "third ready at 20"}));
  EXPECT_EQ(on.elapsed(), 20ms) << "a deadline is no reason to wait when its coroutine went on before";
}

TEST(LoopTest, WaitsForBothDirectionsOfAConnection) {
  VirtualLoop on({{.acts = {takes(10ms, 1), sends(20ms, "x")}, .window = 0}});
  const int connection = on.accept();
  on.loop.spawn(wait_for(on, connection, Direction::kRead, TimePoint::max(), "read"));
  on.loop.spawn(wait_for(on, connection, Direction::kWrite, TimePoint::max(), "write"));
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted, (Notes{"write ready at 10", "read ready at 20"}));
}

TEST(LoopTest, CancelsAWait) {
  VirtualLoop on({{.acts = {sends(50ms, "x")}, .window = 0}});
  const int connection = on.accept();
  const auto cancel_both = [](VirtualLoop& in, int of) -> Task<> {
    in.loop.cancel(of, Direction::kRead);  // nobody waits yet
    in.loop.spawn(wait_for(in, of, Direction::kRead, kBegin + 20ms, "read"));
    in.loop.spawn(wait_for(in, of, Direction::kWrite, kBegin + 20ms, "write"));
    co_await in.loop.sleep_for(10ms);
    in.loop.cancel(of, Direction::kRead);
    in.loop.cancel(of, Direction::kRead);
    co_await in.loop.sleep_for(5ms);
    in.loop.spawn(wait_for(in, of, Direction::kRead, TimePoint::max(), "again"));
  };
  on.loop.run(cancel_both(on, connection));
  EXPECT_EQ(on.noted, (Notes{"read cancelled at 10", "write timed out at 20", "again ready at 50"}));
}

TEST(LoopTest, ADeadlineThatHasPassedLetsOthersGoFirst) {
  VirtualLoop on(Clients{{.window = 0}});
  const int connection = on.accept();
  on.loop.spawn(yielder(on, 1, "before"));
  on.loop.spawn(wait_for(on, connection, Direction::kRead, TimePoint::min(), "read"));
  on.loop.run(yielder(on, 1, "behind"));
  EXPECT_EQ(on.noted, (Notes{"before0", "behind0", "read timed out at 0"}));
}

TEST(LoopTest, CallsWhatIsPostedInItsOrder) {
  VirtualLoop on;
  on.loop.post([&on] {
    on.loop.post([&on] { on.note("c"); });
    on.note("a");
  });
  on.loop.post([&on] { on.note("b"); });
  EXPECT_TRUE(on.noted.empty()) << "what is posted is called by run";
  on.loop.run(sleeper(on, 1ms, "d"));
  EXPECT_EQ(on.noted, (Notes{"a", "b", "c", "d"}));
  const auto post_at_the_end = [](VirtualLoop& in) -> Task<> {
    in.loop.post([&in] { in.note("e"); });
    co_return;
  };
  on.loop.run(post_at_the_end(on));
  on.loop.run(sleeper(on, 1ms, "f"));
  EXPECT_EQ(on.noted, (Notes{"a", "b", "c", "d", "e", "f"})) << "what is left is called by the next run";
}

TEST(LoopTest, CallsOnItsOwnThreadWhatManyThreadsPost) {
  ScriptedNetwork network({}, Time::kSteady);
  Loop loop(network);
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) {
    constexpr int kPosts = 100;
    int called = 0;
    std::vector<int> next(static_cast<std::size_t>(threads), 0);
    const auto wait_until_all = [](Loop& on, const int& count, int all) -> Task<> {
      while (count < all) co_await on.yield();
    };
    std::vector<std::jthread> posters;
    posters.reserve(static_cast<std::size_t>(threads));
    for (int thread = 0; thread < threads; ++thread) {
      posters.emplace_back([&loop, &called, &next, thread] {
        for (int i = 0; i < kPosts; ++i) {
          loop.post([&called, &next, thread, i] {
            ++called;
            EXPECT_EQ(next[static_cast<std::size_t>(thread)]++, i) << "the order of one thread's posts";
          });
        }
      });
    }
    loop.run(wait_until_all(loop, called, threads * kPosts));
    EXPECT_EQ(called, threads * kPosts);
  }
}
