#include "sums.h"

#include <algorithm>

#include "reduce.h"

namespace {

/// Adds halves, which are added likewise: no value goes through more than log2(n) + 7 additions.
double pairwise_sum(std::span<const double> values) {
  constexpr std::size_t kFew = 8;  // so that a call does more than call
  if (values.size() <= kFew) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
  }
  const std::size_t half = values.size() / 2;
  return pairwise_sum(values.first(half)) + pairwise_sum(values.subspan(half));
}

}  // namespace

std::int64_t sum(std::span<const std::int32_t> values, const Plan& plan) {
  const auto fold = [values](std::size_t begin, std::size_t end) {
    std::int64_t total = 0;
    for (const std::int32_t value : values.subspan(begin, end - begin)) total += value;
    return total;
  };
  return reduce_blocks(values.size(), plan, std::int64_t{0}, fold,
                       [](std::int64_t left, std::int64_t right) { return left + right; });
}

std::optional<Minimum> minimum(std::span<const std::int32_t> values, const Plan& plan) {
  const auto fold = [values](std::size_t begin, std::size_t end) {
    const auto block = values.subspan(begin, end - begin);
    const auto least = std::ranges::min_element(block);  // the first of equals
    return std::optional(Minimum{*least, begin + static_cast<std::size_t>(least - block.begin())});
  };
  const auto lesser = [](std::optional<Minimum> left, std::optional<Minimum> right) {
    return right->value < left->value ? right : left;  // of equals the left one
  };
  return reduce_blocks(values.size(), plan, std::optional<Minimum>(), fold, lesser);
}

double float_sum(std::span<const double> values, const Plan& plan) {
  // Blocks and tree depend on the number of values and on the grain alone. So do the pairs that are added, and with
  // them all rounding.
  const auto fold = [values](std::size_t begin, std::size_t end) {
    return pairwise_sum(values.subspan(begin, end - begin));
  };
  return reduce_tree(values.size(), plan, 0.0, fold, [](double left, double right) { return left + right; });
}
