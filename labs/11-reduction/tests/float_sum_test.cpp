#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "plans.h"
#include "sums.h"

namespace {

/// Positive numbers whose exact sum is known: multiples of 2^-53, below 1.
class Summands {
 public:
  void add(std::uint64_t multiple, std::size_t times = 1) {
    values_.insert(values_.end(), times, std::ldexp(static_cast<double>(multiple), -53));
    high_ += times * (multiple >> 32);
    low_ += times * (multiple & 0xffff'ffff);
  }

  [[nodiscard]] const std::vector<double>& values() const { return values_; }

  /// How far `found` is from the exact sum, and how far it may be at most.
  void expect_close(double found, const char* what) const {
    const double high = std::ldexp(static_cast<double>(high_), 32 - 53);  // exact, and so is what is left of `found`
    const double low = std::ldexp(static_cast<double>(low_), -53);
    const double error = std::abs((found - high) - low);
    const double allowed = (std::log2(static_cast<double>(values_.size())) + 8) * std::ldexp(high + low, -53);
    EXPECT_LE(error, allowed) << what << ": further from the exact sum than sums.h promises";
  }

 private:
  std::vector<double> values_;
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

/// A tenth cannot be written in binary, and each addition of it rounds in the same direction for a long time: added
/// from left to right, a million of them are off by more than a thousand times what is allowed.
Summands tenths(std::size_t size) {
  Summands summands;
  summands.add(static_cast<std::uint64_t>(std::ldexp(0.1, 53)), size);
  return summands;
}

/// Numbers, and the same ones below 0 in another order: their sum is 0, and what a program finds is what it has
/// rounded.
std::vector<double> cancelling(std::size_t pairs) {
  std::mt19937_64 random(11);
  std::vector<double> values(2 * pairs);
  for (std::size_t i = 0; i < pairs; ++i) {
    values[i] = std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 20));
    values[pairs + (i + 17) % pairs] = -values[i];
  }
  return values;
}

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }

}  // namespace

TEST(FloatSumTest, HasTheSameBitsForEveryNumberOfWorkers) {
  const auto values = cancelling(2500);
  for (const std::size_t grain : {1U, 7U, 64U, 1000U}) {
    const double of_one = float_sum(values, {.grain = grain, .workers = 1});
    for (const unsigned workers : kWorkers) {
      EXPECT_EQ(bits(float_sum(values, {.grain = grain, .workers = workers})), bits(of_one))
          << "grain " << grain << ", " << workers << " workers";
    }
  }
}

TEST(FloatSumTest, IsCloseToTheExactSum) {
  const Summands million = tenths(1'000'003);
  million.expect_close(float_sum(million.values(), {.grain = 50'000, .workers = 4}), "blocks of 50,000 tenths");

  std::mt19937_64 random(7);
  Summands mixed;
  for (int i = 0; i < 200'000; ++i) mixed.add(random() >> (11 + random() % 20));
  mixed.expect_close(float_sum(mixed.values(), {.grain = 30'000, .workers = 3}), "blocks of 30,000 numbers");
}

TEST(FloatSumTest, IsCloseInOneBlock) {
  const Summands all = tenths(500'001);
  constexpr std::size_t kOneBlock = std::numeric_limits<std::size_t>::max();
  all.expect_close(float_sum(all.values(), {.grain = kOneBlock, .workers = 2}), "one block");
}

TEST(FloatSumTest, IsCloseInBlocksOfOne) {
  const Summands all = tenths(20'001);
  all.expect_close(float_sum(all.values(), {.grain = 1, .workers = 2}), "blocks of one number");
}

TEST(FloatSumTest, IsExactWhereNothingIsRounded) {
  for_each_plan([](const Plan& plan) {
    std::vector<double> values(100);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i) - 20.5;
    EXPECT_EQ(float_sum(values, plan), 2900.0) << plan;
  });

  EXPECT_EQ(float_sum({}, {.grain = 4, .workers = 3}), 0.0);
}
