#include "histogram.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "plans.h"

namespace {

using Histogram = std::vector<std::uint64_t>;
using MakeHistogram = Histogram (*)(std::span<const std::uint32_t> values, std::size_t bins, const Plan& plan);

void expect_counts(MakeHistogram make) {
  std::vector<std::uint32_t> values;
  for (std::uint32_t i = 0; i < 200; ++i) values.push_back(i * i % 7);  // 0, 1, 2 and 4: the squares modulo 7
  for_each_plan([&](const Plan& plan) {
    EXPECT_EQ(make(values, 8, plan), (Histogram{29, 57, 57, 0, 57, 0, 0, 0})) << plan;
  });
}

void expect_refusal(MakeHistogram make) {
  std::vector<std::uint32_t> values(100, 3);
  for_each_plan([&](const Plan& plan) {
    values[60] = 5;
    EXPECT_THROW((void)make(values, 5, plan), std::out_of_range) << plan;
    values[60] = 4;
    EXPECT_EQ(make(values, 5, plan), (Histogram{0, 0, 0, 99, 1})) << plan;
  });
}

void expect_nothing_of_nothing(MakeHistogram make) {
  const std::vector<std::uint32_t> one{0};
  for (const unsigned workers : kWorkers) {
    const Plan plan{.grain = 2, .workers = workers};
    EXPECT_EQ(make({}, 3, plan), (Histogram{0, 0, 0}));
    EXPECT_EQ(make({}, 0, plan), Histogram());
    EXPECT_THROW((void)make(one, 0, plan), std::out_of_range);
  }
}

}  // namespace

TEST(HistogramTest, OfPrivateCountsCountsEachValue) {
  expect_counts(private_histogram);
  expect_nothing_of_nothing(private_histogram);
}

TEST(HistogramTest, OfPrivateCountsRefusesAValueWithoutABin) { expect_refusal(private_histogram); }

TEST(HistogramTest, OfSharedCountsCountsEachValue) {
  expect_counts(shared_histogram);
  expect_nothing_of_nothing(shared_histogram);
}

TEST(HistogramTest, OfSharedCountsRefusesAValueWithoutABin) { expect_refusal(shared_histogram); }
