#include "sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "plans.h"

namespace {

constexpr std::int32_t kLargest = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kSmallest = std::numeric_limits<std::int32_t>::min();

/// Numbers without an order, all of them different.
std::vector<std::int32_t> numbers(std::size_t size) {
  std::vector<std::int32_t> values(size);
  for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<std::int32_t>(i * 7919 % 1009) - 500;
  return values;
}

}  // namespace

TEST(SumTest, IsTheSameForEveryPlan) {
  const auto values = numbers(1009);  // -500 to 508, each once
  for_each_plan([&](const Plan& plan) { EXPECT_EQ(sum(values, plan), 4 * 1009) << plan; });
  EXPECT_EQ(sum({}, {.grain = 4, .workers = 3}), 0);
}

TEST(SumTest, IsExactBeyond32Bits) {
  const std::vector<std::int32_t> large(1000, kLargest);
  const std::vector<std::int32_t> small(1000, kSmallest);
  for_each_plan([&](const Plan& plan) {
    EXPECT_EQ(sum(large, plan), 2'147'483'647'000) << plan;
    EXPECT_EQ(sum(small, plan), -2'147'483'648'000) << plan;
  });
}

TEST(MinimumTest, IsTheLeastValueWithItsIndex) {
  const auto values = numbers(1009);
  const auto where = static_cast<std::size_t>(std::ranges::find(values, -500) - values.begin());
  for_each_plan([&](const Plan& plan) { EXPECT_EQ(minimum(values, plan), (Minimum{-500, where})) << plan; });

  auto shifted = numbers(1009);  // so that the least value is neither first nor below 0
  std::rotate(shifted.begin(), shifted.begin() + 400, shifted.end());
  for (std::int32_t& value : shifted) value += 1000;
  for_each_plan([&](const Plan& plan) { EXPECT_EQ(minimum(shifted, plan), (Minimum{500, 609})) << plan; });

  EXPECT_FALSE(minimum({}, {.grain = 4, .workers = 3}));
}

TEST(MinimumTest, IsTheFirstOfEquals) {
  std::vector<std::int32_t> values(200, 5);
  for (const std::size_t i : {41U, 42U, 43U, 48U, 101U, 199U}) values[i] = -3;
  for_each_plan([&](const Plan& plan) { EXPECT_EQ(minimum(values, plan), (Minimum{-3, 41})) << plan; });

  const std::vector<std::int32_t> largest(50, kLargest);
  for_each_plan([&](const Plan& plan) { EXPECT_EQ(minimum(largest, plan), (Minimum{kLargest, 0})) << plan; });
}
