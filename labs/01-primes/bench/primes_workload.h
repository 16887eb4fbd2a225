#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "lockstep/measure.h"
#include "primes.h"

/// The uneven work on which lab 01's functions are measured: half of the numbers are primes near 10^11, dear to test,
/// all on one side; the others are even, and cost next to nothing. Which side, and the order, depend on the seed.
namespace primes_workload {

inline constexpr std::size_t kNumbers = 256;

/// A repetition's numbers, `kNumbers` of them.
[[nodiscard]] std::vector<std::uint64_t> numbers(std::uint64_t seed);

/// Keeps about half of the primes and half of the others, by the seed: who does not call it cannot tell which.
[[nodiscard]] Predicate predicate(std::uint64_t seed, lockstep::measure::Around around);

/// A value that other numbers, or the same in another order, do not share but by chance.
[[nodiscard]] std::uint64_t checksum(std::span<const std::uint64_t> found);

using Find = std::function<std::vector<std::uint64_t>(std::span<const std::uint64_t> numbers,
                                                      const Predicate& predicate, unsigned workers)>;

/// The search `find`, as a thing to measure.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Find find);

}  // namespace primes_workload
