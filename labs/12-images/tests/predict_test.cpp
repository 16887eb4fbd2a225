#include "predict.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>

namespace {

/// One core gets a quarter of the memory's bandwidth.
constexpr Machine kMachine{.bytes_per_s = 16e9, .bytes_per_s_of_a_core = 4e9, .operations_per_s = 2e9};

}  // namespace

TEST(PredictTest, TakesAsLongAsTheBytesOrTheOperations) {
  EXPECT_DOUBLE_EQ(predicted_s({.bytes = 4e9, .operations = 1e9}, kMachine, 1), 1.0);
  EXPECT_DOUBLE_EQ(predicted_s({.bytes = 4e9, .operations = 8e9}, kMachine, 1), 4.0);
  EXPECT_DOUBLE_EQ(predicted_s({.bytes = 4e9, .operations = 8e9}, kMachine, 2), 2.0);
  EXPECT_DOUBLE_EQ(predicted_s({.bytes = 0, .operations = 8e9}, kMachine, 16), 0.25);
  EXPECT_DOUBLE_EQ(predicted_s({.bytes = 0, .operations = 0}, kMachine, 3), 0.0);
}

TEST(PredictTest, AddsCoresUpToWhatTheMemoryCanDo) {
  const Cost cost{.bytes = 32e9, .operations = 1e9};
  EXPECT_DOUBLE_EQ(predicted_s(cost, kMachine, 1), 8.0);
  EXPECT_DOUBLE_EQ(predicted_s(cost, kMachine, 2), 4.0);
  EXPECT_DOUBLE_EQ(predicted_s(cost, kMachine, 4), 2.0);
  EXPECT_DOUBLE_EQ(predicted_s(cost, kMachine, 5), 2.0);
  EXPECT_DOUBLE_EQ(predicted_s(cost, kMachine, 64), 2.0);
  // A core that could use more than the memory has.
  const Machine narrow{.bytes_per_s = 2e9, .bytes_per_s_of_a_core = 4e9, .operations_per_s = 2e9};
  EXPECT_DOUBLE_EQ(predicted_s(cost, narrow, 1), 16.0);
}

TEST(PredictTest, NamesTheLimit) {
  EXPECT_EQ(limit_of({.bytes = 4e9, .operations = 1e9}, kMachine, 1), Limit::kMemory);
  EXPECT_EQ(limit_of({.bytes = 4e9, .operations = 2e9}, kMachine, 1), Limit::kCores) << "both need the same";
  // 8 s for the operations on one core, and 1 s on eight, where the memory needs 2 s.
  EXPECT_EQ(limit_of({.bytes = 32e9, .operations = 17e9}, kMachine, 1), Limit::kCores);
  EXPECT_EQ(limit_of({.bytes = 32e9, .operations = 17e9}, kMachine, 8), Limit::kMemory);
}

TEST(PredictTest, FindsFromWhichCoreOnNoneHelps) {
  EXPECT_EQ(useful_cores({.bytes = 32e9, .operations = 1e9}, kMachine, 64), 4U);
  EXPECT_EQ(useful_cores({.bytes = 32e9, .operations = 1e9}, kMachine, 3), 3U);
  EXPECT_EQ(useful_cores({.bytes = 32e9, .operations = 32e9}, kMachine, 64), 8U);
  EXPECT_EQ(useful_cores({.bytes = 0, .operations = 8e9}, kMachine, 64), 64U);
  EXPECT_EQ(useful_cores({.bytes = 0, .operations = 0}, kMachine, 64), 1U);
  EXPECT_EQ(useful_cores({.bytes = 1, .operations = 1}, kMachine, 1), 1U);
}

TEST(PredictTest, RefusesWhatCannotBe) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
  const Cost cost{.bytes = 1, .operations = 1};
  const auto refused = [](const Cost& some, const Machine& machine, unsigned cores) {
    EXPECT_THROW((void)predicted_s(some, machine, cores), std::invalid_argument);
    EXPECT_THROW((void)limit_of(some, machine, cores), std::invalid_argument);
    EXPECT_THROW((void)useful_cores(some, machine, cores), std::invalid_argument);
  };
  refused(cost, kMachine, 0);
  for (const double bad : {-1.0, kInfinite, kNoNumber}) {
    refused({.bytes = bad, .operations = 1}, kMachine, 2);
    refused({.bytes = 1, .operations = bad}, kMachine, 2);
  }
  for (const double bad : {0.0, -1.0, kInfinite, kNoNumber}) {
    refused(cost, {.bytes_per_s = bad, .bytes_per_s_of_a_core = 1, .operations_per_s = 1}, 2);
    refused(cost, {.bytes_per_s = 1, .bytes_per_s_of_a_core = bad, .operations_per_s = 1}, 2);
    refused(cost, {.bytes_per_s = 1, .bytes_per_s_of_a_core = 1, .operations_per_s = bad}, 2);
  }
}

TEST(BytesTest, OneByOneEachFilterReadsAndWritesAll) {
  EXPECT_DOUBLE_EQ(bytes_one_by_one({.width = 100, .height = 50}, 1, 1), 10'000);
  EXPECT_DOUBLE_EQ(bytes_one_by_one({.width = 100, .height = 50}, 3, 4), 120'000);
  EXPECT_DOUBLE_EQ(bytes_one_by_one({.width = 100, .height = 50}, 3, 0), 0);
  EXPECT_DOUBLE_EQ(bytes_one_by_one({.width = 0, .height = 50}, 1, 2), 0);
}

TEST(BytesTest, ByTilesTheHalosAreReadMoreThanOnce) {
  constexpr std::array<std::size_t, 1> kPoint{0};
  constexpr std::array<std::size_t, 1> kTwo{2};
  constexpr std::array<std::size_t, 3> kThree{1, 0, 1};
  const Size picture{.width = 8, .height = 4};
  EXPECT_DOUBLE_EQ(bytes_by_tiles(picture, 1, {4, 4}, kPoint), 32 + 32);
  // Two tiles of 4 x 4, each with two columns of the other one.
  EXPECT_DOUBLE_EQ(bytes_by_tiles(picture, 1, {4, 4}, kTwo), 24 + 24 + 32);
  EXPECT_DOUBLE_EQ(bytes_by_tiles(picture, 1, {4, 4}, kThree), 24 + 24 + 32) << "the radii add up";
  EXPECT_DOUBLE_EQ(bytes_by_tiles(picture, 3, {4, 2}, kTwo), 3 * (4 * 24 + 32));
  EXPECT_DOUBLE_EQ(bytes_by_tiles(picture, 1, {100, 100}, kThree), 32 + 32);
  EXPECT_DOUBLE_EQ(bytes_by_tiles(picture, 1, {5, 4}, {}), 32 + 32) << "tiles at the right edge are smaller";
  EXPECT_DOUBLE_EQ(bytes_by_tiles({.width = 0, .height = 4}, 1, {4, 4}, kTwo), 0);
  EXPECT_THROW((void)bytes_by_tiles(picture, 1, {0, 4}, kTwo), std::invalid_argument);
}
