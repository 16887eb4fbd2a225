#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "plan.h"

// Part 3: one histogram, made in two ways. You write the first function in private_histogram.cpp and the second one in
// shared_histogram.cpp. Read README.md first.
//
// In both, bin b of the result says how often the value b is among the values, from 0 to `bins` - 1.

/// Each worker counts in a histogram of its own, without an atomic and without a lock; they are merged in the end.
/// \throw std::out_of_range when a value has no bin
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
[[nodiscard]] std::vector<std::uint64_t> private_histogram(std::span<const std::uint32_t> values, std::size_t bins,
                                                           const Plan& plan);

/// All workers count in one histogram of atomics.
/// \throw std::out_of_range when a value has no bin
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
[[nodiscard]] std::vector<std::uint64_t> shared_histogram(std::span<const std::uint32_t> values, std::size_t bins,
                                                          const Plan& plan);
