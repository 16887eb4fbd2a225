// What the headers promise and the visible tests do not ask for.

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include "cache_lines.h"
#include "grain.h"
#include "histogram.h"
#include "plans.h"
#include "reduce.h"
#include "scan.h"
#include "shared.h"
#include "sums.h"

namespace {

/// What becomes of parts when they are combined: which ones were, in which order, and how deep.
struct Shape {
  std::uint64_t hash = 0;
  int depth = 0;
};

Shape leaf(std::size_t begin, std::size_t /*end*/) { return {begin + 1, 0}; }

Shape node(const Shape& left, const Shape& right) {
  return {left.hash * 0x9e37'79b9'7f4a'7c15 + std::rotl(right.hash, 23) + 1, std::max(left.depth, right.depth) + 1};
}

}  // namespace

TEST(HiddenTreeTest, OfManyBlocksHasOneShape) {
  for (const std::size_t blocks : {4'096U, 5'000U, 20'001U}) {
    const auto with = [blocks](unsigned workers) {
      return reduce_tree(blocks, {.grain = 1, .workers = workers}, Shape{}, leaf, node);
    };
    const Shape one = with(1);
    EXPECT_LE(one.depth, std::bit_width(blocks - 1)) << blocks << " blocks";
    for (const unsigned workers : {2U, 13U}) EXPECT_EQ(with(workers).hash, one.hash) << workers << " workers";
  }
}

TEST(HiddenFloatSumTest, KeepsManySmallValuesBehindALargeOne) {
  // Added to 1 one by one, each of them is rounded away.
  const double small = std::ldexp(1.0, -53);
  for (std::size_t size = 2; size <= 1024; size *= 2) {
    std::vector<double> values(size, small);
    values.front() = 1;
    const double exact_rest = static_cast<double>(size - 1) * small;
    for (const std::size_t grain : {std::size_t{1}, std::size_t{48}, size}) {
      const double error = std::abs(float_sum(values, {.grain = grain, .workers = 2}) - 1 - exact_rest);
      EXPECT_LE(error, (std::log2(static_cast<double>(size)) + 8) * small * (1 + exact_rest))
          << size << " values, grain " << grain;
    }
  }
}

TEST(HiddenPerWorkerTest, ValuesOfAnySizeShareNoCacheLine) {
  expect_lines_of_their_own<Sized<1>>();
  expect_lines_of_their_own<Sized<24>>();
  expect_lines_of_their_own<Sized<48>>();
  expect_lines_of_their_own<Sized<49>>();
  expect_lines_of_their_own<Sized<56>>();
  expect_lines_of_their_own<Sized<63>>();
  expect_lines_of_their_own<Sized<64>>();
  expect_lines_of_their_own<Sized<65>>();
  expect_lines_of_their_own<Sized<104>>();
  expect_lines_of_their_own<Sized<113>>();
  expect_lines_of_their_own<Sized<120>>();
  expect_lines_of_their_own<Sized<200>>();
}

TEST(HiddenSharedMinimumTest, TakesTheSmallestNumber) {
  constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();
  SharedMinimum minimum;
  EXPECT_TRUE(minimum.offer(kSmallest + 1));
  EXPECT_TRUE(minimum.offer(kSmallest));
  EXPECT_FALSE(minimum.offer(kSmallest));
  EXPECT_EQ(minimum.get(), kSmallest);
}

TEST(HiddenScanTest, OfNoValuesRefusesNoGrainAndNoWorkersAsWell) {
  std::vector<int> none;
  const auto sum = [](int left, int right) { return left + right; };
  for (const Plan& plan : {Plan{.grain = 0, .workers = 1}, Plan{.grain = 1, .workers = 0}}) {
    EXPECT_THROW(scan_inclusive(std::span(none), plan, sum), std::invalid_argument) << plan;
    EXPECT_THROW(scan_exclusive(std::span(none), plan, 0, sum), std::invalid_argument) << plan;
  }
}

TEST(HiddenPlanTest, WithoutGrainOrWorkersIsRefusedBySumsAndHistograms) {
  const std::vector<std::int32_t> numbers{3, 1, 2};
  const std::vector<double> halves{0.5, 1.5};
  const std::vector<std::uint32_t> values{0, 1, 1};
  for (const Plan& plan : {Plan{.grain = 0, .workers = 1}, Plan{.grain = 1, .workers = 0}}) {
    EXPECT_THROW((void)sum(numbers, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)minimum(numbers, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)float_sum(halves, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)private_histogram(values, 2, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)shared_histogram(values, 2, plan), std::invalid_argument) << plan;

    EXPECT_THROW((void)sum({}, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)minimum({}, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)float_sum({}, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)private_histogram({}, 2, plan), std::invalid_argument) << plan;
    EXPECT_THROW((void)shared_histogram({}, 2, plan), std::invalid_argument) << plan;
  }
}

TEST(HiddenPredictionTest, AShortBlockCostsWhatABlockCosts) {
  using namespace std::chrono_literals;
  const Costs costs{.item = 10ns, .block = 20ns, .combine = 0ns};
  EXPECT_NEAR(speedup_by_blocks(24, {.grain = 10, .workers = 1}, costs), 240.0 / (240 + 60), 1e-9);
  EXPECT_NEAR(speedup_by_tree(24, {.grain = 10, .workers = 1}, costs), 240.0 / (240 + 60), 1e-9);
  // Two workers: 10 and 10, and then 5 behind one of them.
  EXPECT_NEAR(speedup_by_blocks(25, {.grain = 10, .workers = 2}, costs), 250.0 / (120 + 70), 1e-9);
}
