#include "measure/interval.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace lockstep::measure {
namespace {

std::vector<double> one_to(int n) {
  std::vector<double> values(static_cast<std::size_t>(n));
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

TEST(MedianTest, IsTheMiddleValueOrTheMeanOfTheTwoInTheMiddle) {
  EXPECT_EQ(median({3, 1, 2}), 2);
  EXPECT_EQ(median({4, 1, 3, 2}), 2.5);
}

// Ranks from the table of the binomial distribution with p = 1/2.
TEST(MedianIntervalTest, LeavesOutAsManyValuesAsTheSignTestAllows) {
  EXPECT_EQ(median_interval(one_to(8)).low, 1);
  EXPECT_EQ(median_interval(one_to(8)).high, 8);
  EXPECT_EQ(median_interval(one_to(12)).low, 2);
  EXPECT_EQ(median_interval(one_to(12)).high, 11);
  EXPECT_EQ(median_interval(one_to(20)).low, 4);
  EXPECT_EQ(median_interval(one_to(20)).high, 17);
}

TEST(MedianIntervalTest, IsNotMovedByAFewOutliers) {
  std::vector<double> sample(20, 1.9);
  sample[3] = 0.2;
  sample[9] = 0.5;
  sample[11] = 7;
  EXPECT_EQ(median_interval(sample).low, 1.9);
  EXPECT_EQ(median_interval(sample).high, 1.9);
}

TEST(MedianIntervalTest, HoldsTheMedianAsOftenAsItSays) {
  std::mt19937_64 random(7);
  std::exponential_distribution<double> skewed(1.0);
  const double true_median = std::log(2.0);
  int held = 0;
  for (int trial = 0; trial < 10'000; ++trial) {
    std::vector<double> sample(16);
    for (double& value : sample) value = skewed(random);
    const Interval interval = median_interval(sample);
    if (interval.low <= true_median && true_median <= interval.high) ++held;
  }
  EXPECT_GE(held, 9'900);
}

}  // namespace
}  // namespace lockstep::measure
