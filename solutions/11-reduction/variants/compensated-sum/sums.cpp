#include "sums.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "reduce.h"

namespace {

/// A sum, and what was rounded off on the way.
struct Compensated {
  double sum = 0;
  double rest = 0;

  void add(double value) {
    const double next = sum + value;
    rest += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
};

}  // namespace

std::int64_t sum(std::span<const std::int32_t> values, const Plan& plan) {
  const auto fold = [values](std::size_t begin, std::size_t end) {
    std::int64_t total = 0;
    for (std::size_t i = begin; i < end; ++i) total += values[i];
    return total;
  };
  return reduce_tree(values.size(), plan, std::int64_t{0}, fold, std::plus<>());
}

std::optional<Minimum> minimum(std::span<const std::int32_t> values, const Plan& plan) {
  using Least = std::pair<std::int32_t, std::size_t>;  // compared by value first, and then by index
  if (values.empty()) {
    for_each_block(0, plan, [](const Block&) {});  // refuses what cannot be
    return std::nullopt;
  }
  const auto fold = [values](std::size_t begin, std::size_t end) {
    Least least(values[begin], begin);
    for (std::size_t i = begin; i < end; ++i) least = std::min(least, Least(values[i], i));
    return least;
  };
  const auto [value, index] =
      reduce_tree(values.size(), plan, Least(), fold, [](Least left, Least right) { return std::min(left, right); });
  return Minimum{value, index};
}

double float_sum(std::span<const double> values, const Plan& plan) {
  const auto fold = [values](std::size_t begin, std::size_t end) {
    Compensated total;
    for (std::size_t i = begin; i < end; ++i) total.add(values[i]);
    return total;
  };
  const auto combine = [](Compensated left, Compensated right) {
    left.add(right.sum);
    left.rest += right.rest;
    return left;
  };
  const Compensated total = reduce_blocks(values.size(), plan, Compensated(), fold, combine);
  return total.sum + total.rest;
}
