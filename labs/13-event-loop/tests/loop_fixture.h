#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "loop.h"
#include "scripted_network.h"
#include "task.h"

using namespace std::chrono_literals;  // for the tests of this lab alone

using Notes = std::vector<std::string>;
using Clients = std::vector<ScriptedClient>;

/// A loop over a scripted network in virtual time, and what its tasks note.
struct VirtualLoop {
  explicit VirtualLoop(Clients clients = {}) : network(std::move(clients)) {}

  [[nodiscard]] Duration elapsed() const { return network.elapsed(); }
  void note(std::string what) { noted.push_back(std::move(what)); }
  /// Accepts the next client, which must have arrived.
  int accept() { return network.accept().value(); }

  ScriptedNetwork network;
  Loop loop{network};
  Notes noted;
};

inline std::string name_of(Wake wake) {
  return wake == Wake::kReady ? "ready" : wake == Wake::kTimedOut ? "timed out" : "cancelled";
}

/// A task that ends at once: the loop runs what was spawned before.
inline Task<> nothing_more() { co_return; }
