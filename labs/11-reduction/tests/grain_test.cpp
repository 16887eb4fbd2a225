#include "grain.h"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;

using Grains = std::vector<std::size_t>;

/// What a learner's function measures: the times of each grain, one after the other, for ever.
class Stopwatch {
 public:
  explicit Stopwatch(std::map<std::size_t, std::vector<Duration>> times) : times_(std::move(times)) {}

  Duration operator()(std::size_t grain) {
    asked_.push_back(grain);
    const auto& times = times_.at(grain);
    return times[next_[grain]++ % times.size()];
  }

  [[nodiscard]] const Grains& asked() const { return asked_; }

 private:
  std::map<std::size_t, std::vector<Duration>> times_;
  std::map<std::size_t, std::size_t> next_;
  Grains asked_;
};

std::size_t found(const Grains& candidates, unsigned rounds, Stopwatch& stopwatch) {
  return measured_grain(candidates, rounds, [&](std::size_t grain) { return stopwatch(grain); });
}

}  // namespace

TEST(PredictionTest, OfOneWorkerPaysForBlocksAndCombinations) {
  // 1000 ns of items; 10 blocks of 100 ns each, of which 9 are combined.
  const Costs costs{.item = 10ns, .block = 20ns, .combine = 5ns};
  const Plan plan{.grain = 10, .workers = 1};
  EXPECT_NEAR(speedup_by_blocks(100, plan, costs), 1000.0 / (1200 + 45), 1e-9);
  EXPECT_NEAR(speedup_by_tree(100, plan, costs), 1000.0 / (1200 + 45), 1e-9);

  for (const std::size_t grain : {100U, 101U, 5000U}) {
    EXPECT_NEAR(speedup_by_blocks(100, {.grain = grain, .workers = 16}, costs), 1000.0 / 1020, 1e-9);
    EXPECT_NEAR(speedup_by_tree(100, {.grain = grain, .workers = 16}, costs), 1000.0 / 1020, 1e-9);
  }
}

TEST(PredictionTest, SharesTheBlocksAmongTheWorkers) {
  const Costs costs{.item = 1ns, .block = 0ns, .combine = 0ns};
  // 7 blocks of 10 ns: three rounds of three workers, the last of them with one block.
  EXPECT_NEAR(speedup_by_blocks(70, {.grain = 10, .workers = 3}, costs), 70.0 / 30, 1e-9);
  EXPECT_NEAR(speedup_by_tree(70, {.grain = 10, .workers = 3}, costs), 70.0 / 30, 1e-9);
  EXPECT_NEAR(speedup_by_blocks(70, {.grain = 10, .workers = 13}, costs), 7, 1e-9);

  // Two workers: 10 and 10, then 10 and 4; and then 10, 10 and 4, which begins behind one of the first two.
  EXPECT_NEAR(speedup_by_blocks(34, {.grain = 10, .workers = 2}, costs), 34.0 / 20, 1e-9);
  EXPECT_NEAR(speedup_by_blocks(24, {.grain = 10, .workers = 2}, costs), 24.0 / 14, 1e-9);
  EXPECT_NEAR(speedup_by_tree(24, {.grain = 10, .workers = 2}, costs), 24.0 / 14, 1e-9);
}

TEST(PredictionTest, CombinesBlocksOneAfterTheOther) {
  const Costs costs{.item = 10ns, .block = 0ns, .combine = 10ns};
  EXPECT_NEAR(speedup_by_blocks(640, {.grain = 40, .workers = 16}, costs), 6400.0 / (400 + 150), 1e-9);
  EXPECT_NEAR(speedup_by_blocks(640, {.grain = 10, .workers = 64}, costs), 6400.0 / (100 + 630), 1e-9);
}

TEST(PredictionTest, CombinesATreeInRounds) {
  const Costs costs{.item = 10ns, .block = 0ns, .combine = 10ns};
  EXPECT_NEAR(speedup_by_tree(640, {.grain = 40, .workers = 16}, costs), 6400.0 / (400 + 40), 1e-9);
  EXPECT_NEAR(speedup_by_tree(640, {.grain = 10, .workers = 64}, costs), 6400.0 / (100 + 60), 1e-9);
  // 5 results: two pairs and one; a pair and one; a pair.
  EXPECT_NEAR(speedup_by_tree(50, {.grain = 10, .workers = 5}, costs), 500.0 / (100 + 30), 1e-9);

  const Costs cheap{.item = 1ns, .block = 0ns, .combine = 10ns};
  // 16 blocks: 8, 4, 2 and 1 pairs, by three workers: 3, 2, 1 and 1 combinations one after the other.
  EXPECT_NEAR(speedup_by_tree(16, {.grain = 1, .workers = 3}, cheap), 16.0 / (6 + 70), 1e-9);
}

TEST(PredictionTest, RefusesWhatCannotBe) {
  const Plan plan{.grain = 10, .workers = 2};
  const Costs costs{.item = 10ns, .block = 20ns, .combine = 5ns};
  for (const auto predict : {speedup_by_blocks, speedup_by_tree}) {
    EXPECT_THROW((void)predict(0, plan, costs), std::invalid_argument);
    EXPECT_THROW((void)predict(100, {.grain = 0, .workers = 2}, costs), std::invalid_argument);
    EXPECT_THROW((void)predict(100, {.grain = 10, .workers = 0}, costs), std::invalid_argument);
    EXPECT_THROW((void)predict(100, plan, {.item = 0ns, .block = 1ns, .combine = 1ns}), std::invalid_argument);
    EXPECT_THROW((void)predict(100, plan, {.item = 1ns, .block = -1ns, .combine = 1ns}), std::invalid_argument);
    EXPECT_THROW((void)predict(100, plan, {.item = 1ns, .block = 1ns, .combine = -1ns}), std::invalid_argument);
    EXPECT_NO_THROW((void)predict(100, plan, {.item = 1ns, .block = 0ns, .combine = 0ns}));
  }
}

TEST(GrainTest, HasTheLeastMedian) {
  // By the least time 1 would be best, by the mean 100.
  Stopwatch stopwatch({{1, {50ns, 1ns, 60ns}}, {10, {20ns, 900ns, 21ns}}, {100, {30ns, 31ns, 29ns}}});
  EXPECT_EQ(found({1, 10, 100}, 3, stopwatch), 10U);

  Stopwatch even({{1, {10ns, 90ns, 20ns, 80ns}}, {2, {30ns, 31ns, 32ns, 33ns}}});
  EXPECT_EQ(found({1, 2}, 4, even), 1U);  // 20 ns and 31 ns; the larger ones of the middle two are 80 ns and 32 ns
}

TEST(GrainTest, IsMeasuredRoundByRound) {
  Stopwatch stopwatch({{8, {3ns}}, {2, {4ns}}, {4, {5ns}}});
  EXPECT_EQ(found({8, 2, 4}, 3, stopwatch), 8U);
  EXPECT_EQ(stopwatch.asked(), (Grains{8, 2, 4, 8, 2, 4, 8, 2, 4}));
}

TEST(GrainTest, IsTheFirstOfEquals) {
  Stopwatch stopwatch({{4, {7ns}}, {16, {6ns}}, {2, {6ns}}, {8, {9ns}}});
  EXPECT_EQ(found({4, 16, 2, 8}, 1, stopwatch), 16U);

  Stopwatch unused({{4, {7ns}}});
  EXPECT_THROW((void)found({}, 3, unused), std::invalid_argument);
  EXPECT_THROW((void)found({4}, 0, unused), std::invalid_argument);
  EXPECT_TRUE(unused.asked().empty());
  EXPECT_EQ(found({4}, 1, unused), 4U);
}
