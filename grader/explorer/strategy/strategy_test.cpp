// Strategies on a model: threads that make so many steps each, all dependent on each other or none.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "explorer/schedule/schedule.h"
#include "explorer/strategy/exhaustive.h"
#include "explorer/strategy/guided.h"
#include "explorer/strategy/make_strategy.h"
#include "explorer/strategy/mixed.h"
#include "explorer/strategy/pct.h"
#include "explorer/strategy/pos.h"
#include "explorer/strategy/random.h"
#include "explorer/strategy/rotation.h"
#include "explorer/strategy/surw.h"

namespace lockstep::explorer {
namespace {

/// Thread i makes steps[i] writes, to one variable or to one of its own.
struct Model {
  std::vector<int> steps;
  bool shared = true;
};

/// Runs one schedule of the model. \return which thread made each step
std::string run(const Model& model, Strategy& strategy) {
  std::vector<int> left = model.steps;
  std::array<Operation, kMaxThreads> next{};
  std::array<char, kMaxThreads> variables{};
  std::string made;
  ThreadId running = 0;
  for (;;) {
    ThreadSet candidates;
    for (std::size_t i = 0; i < left.size(); ++i) {
      next[i] = {.kind = OpKind::kStore, .place = 0, .object = &variables[model.shared ? 0 : i], .also = nullptr};
      if (left[i] > 0) candidates.insert(static_cast<ThreadId>(i));
    }
    if (candidates.empty()) break;
    const bool choice = !candidates.has_one();
    running =
        choice ? strategy.pick_thread({.candidates = candidates, .running = running, .step = made.size(), .next = next})
               : candidates.first();
    const Operation& operation = next[static_cast<std::size_t>(running)];
    Effects effects;
    effects.touch(operation.object, 1, true);
    strategy.on_step(running, operation);
    strategy.on_effects(running, effects);
    --left[static_cast<std::size_t>(running)];
    made += name(running);
  }
  strategy.end(made.size(), true);
  return made;
}

std::set<std::string> run_all(const Model& model, ExhaustiveStrategy& strategy) {
  std::set<std::string> schedules;
  while (strategy.begin()) schedules.insert(run(model, strategy));
  return schedules;
}

/// (n1 + n2 + ...)! / (n1! n2! ...)
std::size_t interleavings(const std::vector<int>& steps) {
  double count = 1;
  int total = 0;
  for (const int mine : steps) {
    for (int i = 1; i <= mine; ++i) count = count * ++total / i;
  }
  return static_cast<std::size_t>(std::llround(count));
}

/// The slow twin: all orders with at most so many preemptions, by recursion.
void enumerate(std::vector<int> left, const std::string& made, int bound, std::set<std::string>& all) {
  const int total = std::accumulate(left.begin(), left.end(), 0);
  if (total == 0) {
    all.insert(made);
    return;
  }
  const std::size_t running = made.empty() ? 0 : static_cast<std::size_t>(made.back() - 'a');
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == 0) continue;
    const bool preempts = i != running && left[running] > 0;
    if (preempts && bound == 0) continue;
    auto rest = left;
    --rest[i];
    enumerate(rest, made + name(static_cast<ThreadId>(i)), preempts ? bound - 1 : bound, all);
  }
}

TEST(ExhaustiveTest, RunsEveryInterleavingOfDependentStepsOnce) {
  for (const std::vector<int>& steps : {std::vector{2, 2}, {3, 3}, {2, 2, 2}, {4, 1, 2}}) {
    ExhaustiveStrategy strategy(std::nullopt);
    std::size_t runs = 0;
    std::set<std::string> schedules;
    for (; strategy.begin(); ++runs) schedules.insert(run({steps}, strategy));
    EXPECT_EQ(schedules.size(), interleavings(steps));
    EXPECT_EQ(strategy.run(), interleavings(steps));
    EXPECT_EQ(runs, interleavings(steps));
  }
}

TEST(ExhaustiveTest, RunsOneInterleavingOfIndependentSteps) {
  ExhaustiveStrategy strategy(std::nullopt);
  run_all({{2, 2}, false}, strategy);
  EXPECT_EQ(strategy.run(), 1U);
}

TEST(ExhaustiveTest, KeepsToThePreemptionBound) {
  for (const int bound : {0, 1, 2, 3}) {
    for (const std::vector<int>& steps : {std::vector{3, 3}, {2, 2, 2}}) {
      ExhaustiveStrategy strategy(bound);
      std::set<std::string> expected;
      enumerate(steps, "", bound, expected);
      EXPECT_EQ(run_all({steps}, strategy), expected) << bound;
    }
  }
}

TEST(ExhaustiveTest, SaysWhenTheBoundHasCutNothing) {
  ExhaustiveStrategy wide(10);
  run_all({{2, 2}}, wide);
  EXPECT_FALSE(wide.cut());
  EXPECT_TRUE(wide.covered().all);
  EXPECT_EQ(wide.covered().preemptions, std::nullopt);
  ExhaustiveStrategy narrow(1);
  run_all({{3, 3}}, narrow);
  EXPECT_TRUE(narrow.cut());
  EXPECT_EQ(narrow.covered().preemptions, 1);
}

TEST(ExhaustiveTest, NoticesThatTheCandidatesAreOthersThanBefore) {
  ExhaustiveStrategy strategy(std::nullopt);
  ASSERT_TRUE(strategy.begin());
  run({{2, 2}}, strategy);
  ASSERT_TRUE(strategy.begin());
  const std::array<Operation, kMaxThreads> next{};
  EXPECT_EQ(strategy.pick_thread({.candidates = only(0) | only(1) | only(2), .running = 0, .step = 0, .next = next}),
            -1);
}

TEST(MixedTest, EndsWhenASmallProgramIsFinished) {
  MixedStrategy strategy(1, 10);
  std::set<std::string> schedules;
  int runs = 0;
  for (; strategy.begin() && runs < 1000; ++runs) schedules.insert(run({{3, 3}}, strategy));
  EXPECT_LE(runs, 4 * static_cast<int>(interleavings({3, 3})))
      << "the search without a bound has every fourth schedule";
  EXPECT_TRUE(strategy.covered().all);
  EXPECT_EQ(strategy.covered().preemptions, std::nullopt);
  EXPECT_EQ(strategy.covered().interleavings, interleavings({3, 3}));
  EXPECT_EQ(schedules.size(), interleavings({3, 3}));
}

TEST(MixedTest, KnowsTheDeepestBoundThatItHasFinished) {
  MixedStrategy strategy(1, 30);
  std::set<int> bounds;
  for (int runs = 0; runs < 4000 && strategy.begin(); ++runs) {
    const Covered covered = strategy.covered();
    EXPECT_FALSE(covered.all);
    if (covered.preemptions) bounds.insert(*covered.preemptions);
    run({{5, 5, 5}}, strategy);
  }
  EXPECT_EQ(bounds, (std::set{0, 1, 2}));
}

/// Whether the threads A and B took turns of one length in the middle of the schedule.
bool in_turn(const std::string& made) {
  const std::string middle = made.substr(12, 16);
  for (std::size_t quantum = 1; quantum <= 4; ++quantum) {
    bool periodic = true;
    for (std::size_t i = quantum; i < middle.size(); ++i) periodic = periodic && middle[i] != middle[i - quantum];
    if (periodic) return true;
  }
  return false;
}

TEST(MixedTest, ASamplerOfLongSchedulesTakesAboutAsManyStepsAsTheOthersTogether) {
  constexpr std::uint64_t kLong = 10'000;
  MixedStrategy strategy(1, 40);
  std::uint64_t in_turns = 0;
  std::uint64_t in_other_orders = 0;
  for (int schedule = 0; schedule < 4000; ++schedule) {
    ASSERT_TRUE(strategy.begin());
    const std::string made = run({{20, 20}}, strategy);
    const bool sampled = schedule % 2 == 1;
    if (!sampled) continue;
    if (in_turn(made)) {
      strategy.end(kLong, true);  // the threads give way to each other for so long
      in_turns += kLong;
    } else {
      in_other_orders += made.size();
    }
  }
  EXPECT_GE(in_turns, in_other_orders);
  EXPECT_LE(in_turns, in_other_orders + 2 * kLong);
}

template <class MakeStrategy>
void gives_the_same_for_the_same_seed(const MakeStrategy& made) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    auto one = made(seed);
    auto other = made(seed);
    for (int i = 0; i < 3; ++i) {
      ASSERT_TRUE(one.begin() && other.begin());
      EXPECT_EQ(run({{4, 4, 4}}, one), run({{4, 4, 4}}, other));
    }
  }
}

TEST(SamplersTest, GiveTheSameForTheSameSeed) {
  gives_the_same_for_the_same_seed([](std::uint64_t seed) { return PctStrategy(seed, 3, 12); });
  gives_the_same_for_the_same_seed([](std::uint64_t seed) { return PosStrategy(seed); });
  gives_the_same_for_the_same_seed([](std::uint64_t seed) { return RandomStrategy(seed); });
  gives_the_same_for_the_same_seed([](std::uint64_t seed) { return GuidedStrategy(seed); });
  gives_the_same_for_the_same_seed([](std::uint64_t seed) { return SurwStrategy(seed); });
  gives_the_same_for_the_same_seed([](std::uint64_t seed) { return RotationStrategy(seed); });
  gives_the_same_for_the_same_seed([](std::uint64_t seed) { return MixedStrategy(seed, 12); });
}

TEST(SamplersTest, ReachEveryInterleavingOfASmallModel) {
  PctStrategy pct(1, 3, 4);
  PosStrategy pos(1);
  RandomStrategy random(1);
  GuidedStrategy guided(1);
  SurwStrategy surw(1);
  for (Strategy* strategy : std::initializer_list<Strategy*>{&pct, &pos, &random, &guided, &surw}) {
    std::set<std::string> schedules;
    for (int i = 0; i < 500 && strategy->begin(); ++i) schedules.insert(run({{2, 2}}, *strategy));
    EXPECT_EQ(schedules.size(), interleavings({2, 2}));
  }
}

TEST(PctTest, OfDepthOneNeverPreempts) {
  PctStrategy strategy(1, 1, 6);
  std::set<std::string> schedules;
  for (int i = 0; i < 200 && strategy.begin(); ++i) schedules.insert(run({{2, 2}}, strategy));
  EXPECT_EQ(schedules, (std::set<std::string>{"aabb", "bbaa"}));
}

template <class MakeStrategy>
std::set<std::string> some_schedules(const MakeStrategy& made, std::uint64_t seed) {
  auto strategy = made(seed);
  std::set<std::string> schedules;
  for (int i = 0; i < 50 && strategy.begin(); ++i) schedules.insert(run({{9, 9, 9, 9}}, strategy));
  return schedules;
}

template <class MakeStrategy>
void neighbouring_seeds_have_different_schedules(const MakeStrategy& made) {
  const auto one = some_schedules(made, 1);
  EXPECT_GT(one.size(), 40U);
  for (const std::string& schedule : some_schedules(made, 2)) EXPECT_FALSE(one.contains(schedule)) << schedule;
}

TEST(SamplingTest, NeighbouringSeedsHaveDifferentSchedules) {
  neighbouring_seeds_have_different_schedules([](std::uint64_t seed) { return PosStrategy(seed); });
  neighbouring_seeds_have_different_schedules([](std::uint64_t seed) { return RandomStrategy(seed); });
  neighbouring_seeds_have_different_schedules([](std::uint64_t seed) { return SurwStrategy(seed); });
}

/// How far so many schedules are from being alike: chi squared, for as many interleavings as there are.
double unevenness(Strategy& strategy, const std::vector<int>& steps) {
  constexpr int kOfEach = 100;
  const std::size_t all = interleavings(steps);
  (void)strategy.begin();
  run({steps}, strategy);  // in which it learns how many operations each thread makes
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < kOfEach * all && strategy.begin(); ++i) ++counts[run({steps}, strategy)];
  double sum = static_cast<double>(all - counts.size()) * kOfEach;
  for (const auto& [schedule, count] : counts) sum += std::pow(count - kOfEach, 2) / kOfEach;
  return sum;
}

TEST(SurwTest, EachOrderOfOneObjectsOperationsIsAsLikelyAsTheOthers) {
  // 59 degrees of freedom: above 110 once in 20,000 times when all are alike.
  SurwStrategy surw(1);
  EXPECT_LT(unevenness(surw, {3, 2, 1}), 110);
  RandomStrategy random(1);
  EXPECT_GT(unevenness(random, {3, 2, 1}), 1000) << "the measure tells a random walk";
}

TEST(StrategyTableTest, EachRowIsMadeAndFoundByItsName) {
  for (const StrategyRow& row : kStrategies) {
    EXPECT_EQ(strategy_named(row.name), row.value) << row.name;
    const auto strategy = make_strategy({.strategy = row.value}, 4);
    ASSERT_NE(strategy, nullptr) << row.name;
    ASSERT_TRUE(strategy->begin()) << row.name;
    EXPECT_EQ(run({{2, 2}}, *strategy).size(), 4U) << row.name;
  }
  EXPECT_EQ(strategy_named("luck"), std::nullopt);
}

}  // namespace
}  // namespace lockstep::explorer
