// Each operation of the store, and of the channel, beside each other one, with arguments that collide: clients that
// nobody wrote.

#include <gtest/gtest.h>

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "channel.h"
#include "lockstep/linearize.h"
#include "loop.h"
#include "scripted_network.h"
#include "store.h"

namespace {

using lockstep::Client;
using lockstep::Values;

/// What a Store must do, for one thread.
struct OneStore {
  Contents values;

  bool set(const std::string& key, std::string value) { return values.insert_or_assign(key, std::move(value)).second; }
  [[nodiscard]] std::optional<std::string> get(const std::string& key) const {
    const auto found = values.find(key);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  }
  bool remove(const std::string& key) { return values.erase(key) != 0; }
  [[nodiscard]] Contents contents() const { return values; }

  friend bool operator==(const OneStore&, const OneStore&) = default;
};

/// A channel with a loop of its own, in which no coroutine waits.
struct AChannel {
  bool try_send(int value) { return channel.try_send(value); }
  std::optional<int> try_receive() { return channel.try_receive(); }
  void close() { channel.close(); }

  ScriptedNetwork network{{}, Time::kSteady};
  Loop loop{network};
  Channel<int> channel{loop, 2};
};

/// What it must do, for one thread.
struct OneChannel {
  std::deque<int> values;
  bool closed = false;

  bool try_send(int value) {
    if (closed || values.size() == 2) return false;
    values.push_back(value);
    return true;
  }
  std::optional<int> try_receive() {
    if (values.empty()) return std::nullopt;
    const int value = values.front();
    values.pop_front();
    return value;
  }
  void close() { closed = true; }

  friend bool operator==(const OneChannel&, const OneChannel&) = default;
};

std::string text_of(const Contents& contents) {
  std::string text;
  for (const auto& [key, value] : contents) text.append(key).append("=").append(value).append(" ");
  return text;
}

}  // namespace

TEST(ClientsTest, OfAStore) {
  const Values<std::string> keys("a", "b");
  const auto contents = [](auto& store) { return text_of(store.contents()); };
  Client<Store, OneStore> client;
  client.as_program({.headers = {"store.h"}, .name = "store"});
  client.operation(
      "set", [](auto& store, const std::string& key, const std::string& value) { return store.set(key, value); }, keys,
      Values<std::string>("1", "2"));
  client.operation(
      "get", [](auto& store, const std::string& key) { return store.get(key); }, keys);
  client.operation(
      "remove", [](auto& store, const std::string& key) { return store.remove(key); }, keys);
  client.operation("contents", contents).reads("");
  client.in_the_end("contents", contents).reads("");
  lockstep::check_linearizable(client);
}

TEST(ClientsTest, OfAChannel) {
  const auto receive = [](auto& channel) { return channel.try_receive(); };
  Client<AChannel, OneChannel> client;
  client.operation(
      "try_send", [](auto& channel, int value) { return channel.try_send(value); }, Values<int>(1, 2, 3));
  client.operation("try_receive", receive);
  client.operation("close", [](auto& channel) { channel.close(); });
  client.in_the_end("try_receive", receive);
  lockstep::check_linearizable(client);
}
