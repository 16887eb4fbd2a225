#include "channel.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "loop_fixture.h"

namespace {

std::string text_of(std::optional<int> value) { return value ? std::to_string(*value) : "nothing"; }

/// Sends, and notes what came of it and when.
Task<> send_one(VirtualLoop& on, Channel<int>& channel, int value) {
  const bool accepted = co_await channel.send(value);
  on.note((accepted ? "sent " : "lost ") + std::to_string(value) + " at " + std::to_string(on.elapsed() / 1ms));
}

Task<> receive_one(VirtualLoop& on, Channel<int>& channel, std::string name) {
  const std::optional<int> value = co_await channel.receive();
  on.note(name + " got " + text_of(value) + " at " + std::to_string(on.elapsed() / 1ms));
}

Task<> send_many(Channel<int>& channel, int count) {
  for (int i = 0; i < count; ++i) {
    const bool accepted = co_await channel.send(i);
    EXPECT_TRUE(accepted);
  }
  channel.close();
}

Task<std::vector<int>> receive_all(Channel<int>& channel) {
  std::vector<int> all;
  all.reserve(100);
  for (;;) {
    const std::optional<int> value = co_await channel.receive();
    if (!value) co_return all;
    all.push_back(*value);
  }
}

std::vector<int> up_to(int count) {
  std::vector<int> all;
  all.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) all.push_back(i);
  return all;
}

}  // namespace

TEST(ChannelTest, GivesTheValuesInTheirOrder) {
  for (const std::size_t capacity : {1U, 2U, 3U, 5U, 100U, 1000U}) {
    VirtualLoop on;
    Channel<int> channel(on.loop, capacity);
    on.loop.spawn(send_many(channel, 100));
    EXPECT_EQ(on.loop.run(receive_all(channel)), up_to(100));
  }
}

TEST(ChannelTest, SendersWaitWhileItIsFullAndSendInTheirOrder) {
  VirtualLoop on;
  Channel<int> channel(on.loop, 2);
  for (const int value : {1, 2, 3, 4, 5}) on.loop.spawn(send_one(on, channel, value));
  EXPECT_EQ(on.noted, (Notes{"sent 1 at 0", "sent 2 at 0"}));
  const auto receive_later = [](VirtualLoop& in, Channel<int>& from) -> Task<> {
    for (int i = 1; i <= 5; ++i) {
      co_await in.loop.sleep_for(1ms);
      const std::optional<int> value = co_await from.receive();
      EXPECT_EQ(value, i);
    }
  };
  on.loop.run(receive_later(on, channel));
  EXPECT_EQ(on.noted, (Notes{"sent 1 at 0", "sent 2 at 0", "sent 3 at 1", "sent 4 at 2", "sent 5 at 3"}));
}

TEST(ChannelTest, ReceiversWaitWhileItIsEmptyAndReceiveInTheirOrder) {
  VirtualLoop on;
  Channel<int> channel(on.loop, 2);
  for (const char* name : {"a", "b", "c"}) on.loop.spawn(receive_one(on, channel, name));
  const auto send_later = [](VirtualLoop& in, Channel<int>& to) -> Task<> {
    for (int i = 1; i <= 3; ++i) {
      co_await in.loop.sleep_for(1ms);
      const bool accepted = co_await to.send(i);
      EXPECT_TRUE(accepted);
    }
  };
  on.loop.run(send_later(on, channel));
  EXPECT_EQ(on.noted, (Notes{"a got 1 at 1", "b got 2 at 2", "c got 3 at 3"}));
}

// Between the moment at which a value is there for the one that waits, and its turn, another one asks.
TEST(ChannelTest, NobodyOvertakesTheOneThatWaits) {
  VirtualLoop on;
  Channel<int> channel(on.loop, 1);
  on.loop.spawn(receive_one(on, channel, "first"));
  EXPECT_TRUE(channel.try_send(1));
  EXPECT_EQ(channel.try_receive(), std::nullopt) << "the value belongs to the one that waits for it";
  on.loop.spawn(receive_one(on, channel, "second"));
  EXPECT_TRUE(channel.try_send(2));
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted, (Notes{"first got 1 at 0", "second got 2 at 0"}));

  EXPECT_TRUE(channel.try_send(3));
  on.loop.spawn(send_one(on, channel, 4));
  EXPECT_EQ(channel.try_receive(), 3);
  EXPECT_FALSE(channel.try_send(5)) << "the place that is free belongs to the one that waits for it";
  EXPECT_EQ(channel.try_receive(), 4);
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted.back(), "sent 4 at 0");
}

TEST(ChannelTest, ClosedItStillGivesWhatItHasAccepted) {
  VirtualLoop on;
  Channel<int> channel(on.loop, 3);
  EXPECT_TRUE(channel.try_send(1));
  EXPECT_TRUE(channel.try_send(2));
  channel.close();
  channel.close();
  EXPECT_FALSE(channel.try_send(3));
  on.loop.run(send_one(on, channel, 4));
  EXPECT_EQ(channel.try_receive(), 1);
  on.loop.run(receive_one(on, channel, "a"));
  on.loop.run(receive_one(on, channel, "b"));
  EXPECT_EQ(channel.try_receive(), std::nullopt);
  EXPECT_EQ(on.noted, (Notes{"lost 4 at 0", "a got 2 at 0", "b got nothing at 0"}));
}

TEST(ChannelTest, AClosureWakesAllThatWait) {
  VirtualLoop on;
  Channel<int> empty(on.loop, 1);
  Channel<int> full(on.loop, 1);
  EXPECT_TRUE(full.try_send(1));
  on.loop.spawn(receive_one(on, empty, "a"));
  on.loop.spawn(receive_one(on, empty, "b"));
  on.loop.spawn(send_one(on, full, 2));
  on.loop.spawn(send_one(on, full, 3));
  empty.close();
  full.close();
  on.loop.run(nothing_more());
  EXPECT_EQ(on.noted, (Notes{"a got nothing at 0", "b got nothing at 0", "lost 2 at 0", "lost 3 at 0"}));
  EXPECT_EQ(full.try_receive(), 1);
  EXPECT_EQ(full.try_receive(), std::nullopt) << "a value that was lost must not be received";
}

TEST(ChannelTest, TriesDoNotWait) {
  VirtualLoop on;
  Channel<int> channel(on.loop, 1);
  EXPECT_EQ(channel.try_receive(), std::nullopt);
  EXPECT_TRUE(channel.try_send(1));
  EXPECT_FALSE(channel.try_send(2));
  EXPECT_EQ(channel.try_receive(), 1);
}

TEST(ChannelTest, CarriesWhatCanOnlyBeMoved) {
  VirtualLoop on;
  Channel<std::unique_ptr<int>> channel(on.loop, 1);
  const auto send_three = [](Channel<std::unique_ptr<int>>& to) -> Task<> {
    for (int i = 1; i <= 3; ++i) {
      std::unique_ptr<int> value = std::make_unique<int>(i);
      co_await to.send(std::move(value));
    }
  };
  const auto add_three = [](Channel<std::unique_ptr<int>>& from) -> Task<int> {
    int sum = 0;
    for (int i = 1; i <= 3; ++i) {
      const std::optional<std::unique_ptr<int>> value = co_await from.receive();
      sum += **value;
    }
    co_return sum;
  };
  on.loop.spawn(send_three(channel));
  EXPECT_EQ(on.loop.run(add_three(channel)), 6);
  EXPECT_TRUE(channel.try_send(std::make_unique<int>(4)));
  EXPECT_EQ(**channel.try_receive(), 4);
}

TEST(ChannelTest, RefusesToHaveNoRoom) {
  VirtualLoop on;
  EXPECT_THROW(Channel<int>(on.loop, 0), std::invalid_argument);
}

TEST(ChannelTest, ManyThreadsSendToOneCoroutine) {
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) {
    ScriptedNetwork network({}, Time::kSteady);
    Loop loop(network);
    Channel<int> channel(loop, 13'000);
    constexpr int kValues = 200;
    const auto receive_and_add = [](Channel<int>& from, int count) -> Task<int> {
      int sum = 0;
      for (int i = 0; i < count; ++i) {
        const std::optional<int> value = co_await from.receive();
        sum += value.value_or(0);
      }
      co_return sum;
    };
    std::vector<std::jthread> senders;
    senders.reserve(static_cast<std::size_t>(threads));
    for (int thread = 0; thread < threads; ++thread) {
      senders.emplace_back([&channel] {
        for (int i = 1; i <= kValues; ++i) EXPECT_TRUE(channel.try_send(i));
      });
    }
    EXPECT_EQ(loop.run(receive_and_add(channel, threads * kValues)), threads * kValues * (kValues + 1) / 2);
  }
}
