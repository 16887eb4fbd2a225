#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "lockstep/measure.h"
#include "primes.h"

/// The uneven work on which lab 01's functions are measured. One half of the numbers are primes near 10^11, which are
/// expensive to test; the other half are even and cost almost nothing. Which half comes first, and the order within
/// each, depend on the seed.
namespace primes_workload {

inline constexpr std::size_t kNumbers = 256;

/// A repetition's numbers, `kNumbers` of them.
[[nodiscard]] std::vector<std::uint64_t> numbers(std::uint64_t seed);

/// Keeps about half of the primes and half of the others. The seed decides which ones, so a search must call the
/// predicate to know.
[[nodiscard]] Predicate predicate(std::uint64_t seed, lockstep::measure::Around around);

/// A checksum of the numbers and their order. Another result has the same checksum only by chance.
[[nodiscard]] std::uint64_t checksum(std::span<const std::uint64_t> found);

using Find = std::function<std::vector<std::uint64_t>(std::span<const std::uint64_t> numbers,
                                                      const Predicate& predicate, unsigned workers)>;

/// The search `find` as a workload that can be measured.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Find find);

}  // namespace primes_workload
