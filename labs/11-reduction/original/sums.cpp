#include "sums.h"

#include <stdexcept>

// Part 1: sum and minimum, and part 2: a sum of floating-point numbers. Read README.md first.

std::int64_t sum(std::span<const std::int32_t> /*values*/, const Plan& /*plan*/) {
  throw std::logic_error("sum is not written yet: see part 1 of README.md");
}

std::optional<Minimum> minimum(std::span<const std::int32_t> /*values*/, const Plan& /*plan*/) {
  throw std::logic_error("minimum is not written yet: see part 1 of README.md");
}

double float_sum(std::span<const double> /*values*/, const Plan& /*plan*/) {
  throw std::logic_error("float_sum is not written yet: see part 2 of README.md");
}
