// Each operation of a strip beside each other one, for the same tiles: clients that nobody wrote.

#include <gtest/gtest.h>

#include <memory>
#include <optional>

#include "lockstep/linearize.h"
#include "strip.h"

namespace {

using lockstep::Client;

/// What a Strip of three tiles must do, for one thread.
struct OneStrip {
  std::size_t begin = 0;
  std::size_t end = 3;

  std::optional<std::size_t> take() { return begin == end ? std::nullopt : std::optional(begin++); }
  std::optional<std::size_t> steal() { return begin == end ? std::nullopt : std::optional(--end); }
  [[nodiscard]] std::size_t left() const { return end - begin; }

  friend bool operator==(const OneStrip&, const OneStrip&) = default;
};

}  // namespace

TEST(ClientsTest, OfAStrip) {
  const auto left = [](auto& strip) { return strip.left(); };
  Client<Strip, OneStrip> client([] { return std::make_unique<Strip>(0, 3); }, {});
  client.as_program({.headers = {"strip.h"}, .name = "strip", .object = "Strip strip(0, 3);"});
  client.operation("take", [](auto& strip) { return strip.take(); });
  client.operation("steal", [](auto& strip) { return strip.steal(); });
  client.operation("left", left);
  client.in_the_end("left", left);
  lockstep::check_linearizable(client);
}
