#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "channel.h"
#include "here.h"
#include "lines.h"
#include "lockstep/explore.h"
#include "loop_fixture.h"
#include "offload.h"
#include "server_fixture.h"
#include "virtual_time.h"

// Time passes here when no thread can go on: by the explorer's hand, and exactly.

namespace {

/// A loop over a network on which nothing happens.
struct QuietLoop {
  ScriptedNetwork network{{}, Time::kSteady};
  Loop loop{network};
};

/// Waits, without a turn, until another thread has called.
struct Called {
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) { waiting = handle; }
  void await_resume() const noexcept {}

  std::coroutine_handle<> waiting;
};

Task<> wait_for_calls(Called& called, int& shared, int times) {
  for (int i = 0; i < times; ++i) {
    co_await called;
    ++shared;
  }
}

std::thread poster(QuietLoop& on, Called& called) {
  return std::thread([&on, &called] { on.loop.post([&called] { called.waiting.resume(); }); });
}

Task<int> receive_two(Channel<int>& channel) {
  const std::optional<int> first = co_await channel.receive();
  const std::optional<int> second = co_await channel.receive();
  co_return 10 * first.value_or(0) + second.value_or(0);
}

Task<bool> send_three(Channel<int>& channel) {
  const bool first = co_await channel.send(1);
  const bool second = co_await channel.send(2);
  const bool third = co_await channel.send(3);
  co_return first&& second&& third;
}

Task<bool> receives_nothing(Channel<int>& channel) {
  const std::optional<int> value = co_await channel.receive();
  co_return !value.has_value();
}

Task<> block_for(QuietLoop& on, ThreadPool& pool, std::string& result) {
  std::function<std::string()> blocking = [] {
    std::this_thread::sleep_for(25ms);
    return std::string("done");
  };
  result = co_await offload(on.loop, pool, std::move(blocking));
}

/// Takes some turns, and notes when the last one was over.
Task<> take_turns(QuietLoop& on, int turns, Duration& over) {
  for (int i = 0; i < turns; ++i) co_await on.loop.sleep_for(1ms);
  over = on.network.elapsed();
}

Task<> echo_all_of(Loop& loop, int connection) {
  Stream stream(loop, connection);
  co_await echo(stream, 4);
}

}  // namespace

TEST(ExploredLoopTest, APostWakesALoopThatWaits) {
  lockstep::explore([] {
    QuietLoop on;
    Called called;
    int shared = 0;
    on.loop.spawn(wait_for_calls(called, shared, 1));
    std::thread other = poster(on, called);
    on.loop.run(nothing_more());
    EXPECT_EQ(shared, 1);
    other.join();
  });
}

TEST(ExploredLoopTest, PostsOfTwoThreadsAreBothCalled) {
  lockstep::explore([] {
    QuietLoop on;
    Called called;
    int shared = 0;
    on.loop.spawn(wait_for_calls(called, shared, 2));
    std::thread first = poster(on, called);
    std::thread second = poster(on, called);
    on.loop.run(nothing_more());
    EXPECT_EQ(shared, 2);
    first.join();
    second.join();
  });
}

TEST(ExploredLoopTest, APostComesBeforeTheTimeOfASleep) {
  lockstep::explore([] {
    QuietLoop on;
    Duration posted{};
    Duration slept{};
    std::thread other([&] { on.loop.post([&] { posted = on.network.elapsed(); }); });
    on.loop.run(take_turns(on, 1, slept));
    other.join();
    expect_time(posted, 0ms, "a call that was posted while the loop waited for a time");
    expect_time(slept, 1ms, "a sleep beside it");
  });
}

// A client vanishes after 2 ms: by a real clock, on a busy machine, before it is looked at.
TEST(ExploredLinesTest, AnEchoGoesOnWhileAnotherThreadPosts) {
#ifndef LOCKSTEP_TIME_IS_VIRTUAL
  GTEST_SKIP() << "it needs virtual time: ./lab grade 13 runs it";
#endif
  lockstep::explore([] {
    ScriptedNetwork network({{.acts = {sends(0ms, "one\ntwo\n"), sends(1ms, "three\n")}, .write_piece = 3},
                             {.acts = {sends(0ms, "a\nb\n"), vanishes(2ms)}, .window = 3}},
                            Time::kSteady);
    Loop loop{network};
    int posted = 0;
    std::thread other([&] { loop.post([&posted] { ++posted; }); });
    for (int client = 0; client < 2; ++client) loop.spawn(echo_all_of(loop, network.accept().value()));
    loop.run(nothing_more());
    other.join();
    EXPECT_EQ(posted, 1);
    EXPECT_EQ(network.seen(0).received, "one\ntwo\n") << "the third line is too long";
    EXPECT_EQ(network.seen(1).received, "a\nb");
  });
}

TEST(ExploredChannelTest, AnotherThreadSends) {
  lockstep::explore([] {
    QuietLoop on;
    Channel<int> channel(on.loop, 2);
    std::thread other([&channel] {
      EXPECT_TRUE(channel.try_send(1));
      EXPECT_TRUE(channel.try_send(2));
    });
    EXPECT_EQ(on.loop.run(receive_two(channel)), 12);
    other.join();
  });
}

TEST(ExploredChannelTest, AnotherThreadReceives) {
  lockstep::explore([] {
    QuietLoop on;
    Channel<int> channel(on.loop, 1);
    int last = 0;
    std::thread other([&channel, &last] {
      while (last < 2) last = channel.try_receive().value_or(last);
    });
    EXPECT_TRUE(on.loop.run(send_three(channel)));
    other.join();
    EXPECT_EQ(channel.try_receive(), 3);
  });
}

TEST(ExploredChannelTest, AnotherThreadCloses) {
  lockstep::explore([] {
    QuietLoop on;
    Channel<int> channel(on.loop, 1);
    std::thread other([&channel] { channel.close(); });
    EXPECT_TRUE(on.loop.run(receives_nothing(channel)));
    other.join();
  });
}

TEST(ExploredOffloadTest, ComesBackToTheLoopsThread) {
  lockstep::explore([] {
    QuietLoop on;
    ThreadPool pool(1);
    const auto call = [](QuietLoop& in, ThreadPool& by) -> Task<> {
      const auto home = here();
      int shared = 0;
      std::function<std::string()> blocking = [&shared, home] {
        ++shared;
        return std::string(here() == home ? "home" : "elsewhere");
      };
      const std::string where = co_await offload(in.loop, by, std::move(blocking));
      EXPECT_EQ(where, "elsewhere");
      EXPECT_EQ(here(), home);
      EXPECT_EQ(++shared, 2);
    };
    on.loop.run(call(on, pool));
  });
}

TEST(ExploredOffloadTest, OthersGoOnWhileACallBlocks) {
  lockstep::explore([] {
    QuietLoop on;
    ThreadPool pool(1);
    std::string result;
    Duration over{};
    on.loop.spawn(block_for(on, pool, result));
    on.loop.run(take_turns(on, 2, over));
    EXPECT_EQ(result, "done");
    expect_time(over, 2ms, "two sleeps beside a call that blocks for 25 ms");
    expect_time(on.network.elapsed(), 25ms, "the end of the call that blocks");
  });
}

TEST(ExploredOffloadTest, ComesBackAlsoAfterAnException) {
  lockstep::explore([] {
    QuietLoop on;
    ThreadPool pool(1);
    const auto call = [](QuietLoop& in, ThreadPool& by) -> Task<bool> {
      const auto home = here();
      std::function<std::string()> throws = []() -> std::string { throw std::domain_error("it failed"); };
      bool caught = false;
      try {
        (void)co_await offload(in.loop, by, std::move(throws));
      } catch (const std::domain_error&) {
        caught = true;
      }
      EXPECT_EQ(here(), home);
      co_return caught;
    };
    EXPECT_TRUE(on.loop.run(call(on, pool)));
  });
}
