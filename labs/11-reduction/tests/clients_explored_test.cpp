// Each operation of the shared values beside each other one, with arguments that collide: clients that nobody wrote.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "lockstep/linearize.h"
#include "shared.h"

namespace {

using lockstep::Client;
using lockstep::Values;

/// What a SharedMinimum must do, for one thread.
struct OneMinimum {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();

  bool offer(std::int64_t value) {
    const bool less = value < least;
    least = std::min(least, value);
    return less;
  }
  [[nodiscard]] std::int64_t get() const { return least; }

  friend bool operator==(const OneMinimum&, const OneMinimum&) = default;
};

/// What a SharedHistogram of two bins must do, for one thread.
struct OneHistogram {
  std::array<std::uint64_t, 2> counts{};

  std::uint64_t add(std::size_t bin) { return ++counts.at(bin); }
  [[nodiscard]] std::uint64_t count(std::size_t bin) const { return counts.at(bin); }

  friend bool operator==(const OneHistogram&, const OneHistogram&) = default;
};

}  // namespace

TEST(ClientsTest, OfASharedMinimum) {
  const auto get = [](auto& minimum) { return minimum.get(); };
  Client<SharedMinimum, OneMinimum> client;
  client.as_program({.headers = {"shared.h"}, .name = "minimum"});
  client.operation(
      "offer", [](auto& minimum, std::int64_t value) { return minimum.offer(value); }, Values<std::int64_t>(3, 1, 2));
  client.operation("get", get);
  client.in_the_end("get", get);
  lockstep::check_linearizable(client);
}

TEST(ClientsTest, OfASharedHistogram) {
  const auto count = [](auto& histogram, std::size_t bin) { return histogram.count(bin); };
  Client<SharedHistogram, OneHistogram> client([] { return std::make_unique<SharedHistogram>(2); }, {});
  client.as_program({.headers = {"shared.h"}, .name = "histogram", .object = "SharedHistogram histogram(2);"});
  client.operation(
      "add", [](auto& histogram, std::size_t bin) { return histogram.add(bin); }, Values<std::size_t>(0, 1));
  client.operation("count", count, Values<std::size_t>(0, 1));
  client.in_the_end("count", count, Values<std::size_t>(0, 1));
  lockstep::check_linearizable(client);
}
