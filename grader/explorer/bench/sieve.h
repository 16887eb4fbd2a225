#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

/// Counts the primes below the size of `composite`: what a learner's loop does between two synchronisations. Static, so
/// that each source that includes it has one compiled its own way.
static inline int sieve(std::span<char> composite) {
  std::fill(composite.begin(), composite.end(), 0);
  int primes = 0;
  for (std::size_t i = 2; i < composite.size(); ++i) {
    if (composite[i] != 0) continue;
    ++primes;
    for (std::size_t multiple = i * i; multiple < composite.size(); multiple += i) composite[multiple] = 1;
  }
  return primes;
}

/// The same, compiled without -fsanitize=thread.
[[nodiscard]] int plain_sieve(std::span<char> composite);
