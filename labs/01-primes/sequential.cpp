#include "primes.h"

bool is_prime(std::uint64_t n) {
  if (n < 4) return n >= 2;
  if (n % 2 == 0 || n % 3 == 0) return false;
  // d <= n / d instead of d * d <= n: the square would overflow for n near 2^64.
  for (std::uint64_t d = 5; d <= n / d; d += 6) {
    if (n % d == 0 || n % (d + 2) == 0) return false;
  }
  return true;
}

std::vector<std::uint64_t> find_sequential(std::span<const std::uint64_t> numbers, const Predicate& wanted) {
  std::vector<std::uint64_t> found;
  for (const std::uint64_t n : numbers) {
    if (wanted(n)) found.push_back(n);
  }
  return found;
}
