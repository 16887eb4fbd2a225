#include "explorer/strategy/observed.h"

#include <gtest/gtest.h>

#include <array>

#include "explorer/strategy/exhaustive.h"
#include "explorer/strategy/random.h"

namespace lockstep::explorer {
namespace {

/// Two threads, each with so many writes to one variable.
void run_schedule(Strategy& strategy, int writes) {
  const char variable = 0;
  std::array<int, 2> left{writes, writes};
  const Operation write{.kind = OpKind::kStore, .size = 1, .place = 7, .object = &variable, .also = nullptr};
  std::array<Operation, kMaxThreads> next{};
  next.fill(write);
  ThreadId running = 0;
  std::uint64_t steps = 0;
  for (; left[0] + left[1] > 0; ++steps) {
    ThreadSet candidates;
    for (const ThreadId thread : {0, 1}) {
      if (left[static_cast<std::size_t>(thread)] > 0) candidates.insert(thread);
    }
    running = candidates.has_one()
                  ? candidates.first()
                  : strategy.pick_thread({.candidates = candidates, .running = running, .step = steps, .next = next});
    Effects effects;
    effects.touch(&variable, 1, true);
    strategy.on_step(running, write);
    strategy.on_effects(running, effects);
    --left[static_cast<std::size_t>(running)];
  }
  strategy.end(steps, true);
}

TEST(ObservedTest, ASearchOfAllSeesEachInterleavingOnce) {
  ObservedStrategy strategy(std::make_unique<ExhaustiveStrategy>(std::nullopt));
  while (strategy.begin()) run_schedule(strategy, 3);
  const SearchStatistics seen = strategy.statistics();
  EXPECT_EQ(seen.schedules, 20U) << "6 over 3";
  EXPECT_EQ(seen.interleavings, 20U);
  EXPECT_EQ(seen.once, 20U);
  EXPECT_EQ(seen.last_new_interleaving, 20U);
  EXPECT_FALSE(at_least_unseen(seen)) << "its schedules depend on each other";
}

TEST(ObservedTest, ASampleOfManyLeavesNothingToBeExpected) {
  ObservedStrategy strategy(std::make_unique<RandomStrategy>(1));
  for (int i = 0; i < 2000 && strategy.begin(); ++i) run_schedule(strategy, 3);
  const SearchStatistics seen = strategy.statistics();
  EXPECT_EQ(seen.interleavings, 20U);
  EXPECT_EQ(seen.lately, 200U);
  EXPECT_EQ(seen.new_interleavings_lately, 0U);
  EXPECT_EQ(at_least_unseen(seen).value_or(0), 0U);
}

TEST(ObservedTest, ASampleOfFewExpectsMoreButNotMoreThanThereAre) {
  ObservedStrategy strategy(std::make_unique<RandomStrategy>(1));
  for (int i = 0; i < 200 && strategy.begin(); ++i) run_schedule(strategy, 6);
  const SearchStatistics seen = strategy.statistics();
  constexpr std::uint64_t kAll = 924;  // 12 over 6
  EXPECT_LT(seen.interleavings, kAll);
  EXPECT_GT(at_least_unseen(seen).value_or(0), 0U);
  EXPECT_LE(seen.interleavings + at_least_unseen(seen).value_or(0), kAll);
  EXPECT_EQ(seen.reads_from, 0U) << "nothing reads";
}

TEST(ObservedTest, ChaosBoundIsThatOfThePaper) {
  EXPECT_EQ(at_least_unseen({.once = 10, .twice = 4, .independent = true}), 9U) << "10 * 9 / (2 * 5)";
  EXPECT_FALSE(at_least_unseen({.once = 0, .twice = 4, .independent = true}));
}

}  // namespace
}  // namespace lockstep::explorer
