#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "plan.h"

// Part 1: sum and minimum, and part 2: a sum of floating-point numbers. You write the functions in sums.cpp.

/// \return the sum of the values, exactly; 0 when there are none
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
[[nodiscard]] std::int64_t sum(std::span<const std::int32_t> values, const Plan& plan);

/// A least value, and where it stands.
struct Minimum {
  std::int32_t value = 0;
  std::size_t index = 0;

  friend bool operator==(const Minimum&, const Minimum&) = default;
};

/// \return the least value, with the first index at which it stands; nothing when there are no values
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
[[nodiscard]] std::optional<Minimum> minimum(std::span<const std::int32_t> values, const Plan& plan);

/// The sum of floating-point numbers. It has the same bits for the same values and the same grain: they depend neither
/// on the number of workers nor on which of them is faster.
///
/// For n values it is at most (log2(n) + 8) × 2^-53 × (the sum of their magnitudes) away from the exact sum, whatever
/// the grain.
///
/// \param values  finite, and so is the sum of their magnitudes
/// \return 0 when there are none
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
[[nodiscard]] double float_sum(std::span<const double> values, const Plan& plan);
