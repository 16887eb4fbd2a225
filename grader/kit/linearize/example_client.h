#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "linearize/scenario.h"
#include "lockstep/linearize.h"

/// For tests: a client of a place for one number. put waits while there is one, take while there is none.
namespace lockstep::linearize::example {

struct Place {
  bool put(int value) {
    if (closed) return false;
    if (number) must_wait();
    number = value;
    return true;
  }
  std::optional<int> take() {
    if (!number && !closed) must_wait();
    const auto taken = number;
    number.reset();
    return taken;
  }
  [[nodiscard]] bool full() const { return number.has_value(); }
  void close() { closed = true; }

  bool operator==(const Place&) const = default;

  std::optional<int> number;
  bool closed = false;
};

/// The calls, by their numbers: 0 full(), 1 put(1), 2 put(2), 3 take(). In the end: full().
inline Client<Place, Place> client() {
  Client<Place, Place> client;
  client.operation("full", [](auto& place) { return place.full(); });
  client
      .operation(
          "put", [](auto& place, int value) { return place.put(value); }, Values<int>(1, 2))
      .may_fail();
  client.operation("take", [](auto& place) { return place.take(); });
  client.in_the_end("full", [](auto& place) { return place.full(); });
  return client;
}

inline Client<Place, Place> client_that_closes() {
  Client<Place, Place> client = example::client();
  client.lets_all_go_on("close", [](auto& place) { return place.close(); });
  return client;
}

inline Scenario scenario(const char* text) {
  static const auto client = example::client();
  return parse_scenario(text, client.interface()).value();
}

}  // namespace lockstep::linearize::example
