#include <stdexcept>

#include "histogram.h"

// Part 3: one histogram, made in two ways. Read README.md first.

std::vector<std::uint64_t> shared_histogram(std::span<const std::uint32_t> /*values*/, std::size_t /*bins*/,
                                            const Plan& /*plan*/) {
  throw std::logic_error("shared_histogram is not written yet: see part 3 of README.md");
}
