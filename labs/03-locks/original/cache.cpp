#include "cache.h"

#include <stdexcept>
#include <utility>

// Part 3: each key once. Read README.md first; ./lab hint 03 helps when you are stuck.

/// What all threads share.
struct Cache::State {
  Compute compute;
  // The known values, the keys that a thread is computing, and the lock that guards both.
};

Cache::Cache(Compute compute) : state_(new State{.compute = std::move(compute)}) {}

Cache::~Cache() = default;

std::int64_t Cache::get(const std::string& /*key*/) {
  throw std::logic_error("Cache::get is not written yet: see part 3 of README.md");
}
