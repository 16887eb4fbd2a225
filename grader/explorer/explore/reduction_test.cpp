// Schedules made smaller, on a model: threads that make so many steps each, and a finding that depends on their order.

#include "explorer/explore/reduction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "explorer/strategy/random.h"
#include "explorer/strategy/random_source.h"
#include "explorer/strategy/replay.h"
#include "explorer/strategy/watched.h"
#include "lockstep/reduction_field.h"

namespace lockstep::explorer {
namespace {

/// What a schedule has come to: which thread made each step, and the value that was chosen at the first.
struct Made {
  std::string order;
  unsigned value = 0;
};

using Fails = std::function<bool(const Made&)>;

/// Thread i makes steps[i] steps. Something spurious may happen at the first.
Made run_model(const std::vector<int>& steps, Strategy& strategy) {
  std::vector<int> left = steps;
  const std::array<Operation, kMaxThreads> next{};
  Made made;
  ThreadId running = 0;
  for (;;) {
    ThreadSet candidates;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left[i] > 0) candidates.insert(static_cast<ThreadId>(i));
    }
    if (candidates.empty()) break;
    running = candidates.has_one()
                  ? candidates.first()
                  : strategy.pick_thread(
                        {.candidates = candidates, .running = running, .step = made.order.size(), .next = next});
    if (running < 0) break;
    strategy.on_step(running, next[0]);
    if (made.order.empty()) made.value = strategy.pick_value(2, ChoiceBias::kFirstIsLikely);
    --left[static_cast<std::size_t>(running)];
    made.order += name(running);
  }
  strategy.end(made.order.size(), true);
  return made;
}

/// A schedule at random that fails, made smaller.
std::optional<Reduced> reduced_at_random(const std::vector<int>& steps, const Fails& fails, std::uint64_t seed) {
  RandomStrategy random(seed);
  WatchedStrategy watched(random, std::numeric_limits<std::uint64_t>::max());
  for (int i = 0; i < 10'000 && watched.begin(); ++i) {
    if (fails(run_model(steps, watched)))
      return reduced(watched.schedule(), [&](Strategy& strategy) { return fails(run_model(steps, strategy)); });
  }
  return std::nullopt;
}

/// The slow twin: the fewest preemptions of any order that fails.
int fewest(std::vector<int> left, const std::string& order, const Fails& fails) {
  if (std::accumulate(left.begin(), left.end(), 0) == 0) return fails({order}) ? 0 : 1'000;
  const std::size_t running = order.empty() ? 0 : static_cast<std::size_t>(order.back() - 'a');
  int best = 1'000;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == 0) continue;
    auto rest = left;
    --rest[i];
    const int preempts = i != running && left[running] > 0 ? 1 : 0;
    best = std::min(best, preempts + fewest(rest, order + name(static_cast<ThreadId>(i)), fails));
  }
  return best;
}

/// Where a thread's `nth` step (from 0) is.
std::size_t place(const std::string& order, char thread, int nth) {
  std::size_t at = order.find(thread);
  while (nth-- > 0) at = order.find(thread, at + 1);
  return at;
}

TEST(ReductionTest, EndsWithTheFewestPreemptionsThatTheFindingNeeds) {
  RandomSource random(1);
  const std::vector<int> steps{4, 4};
  for (int round = 0; round < 200; ++round) {
    std::array<int, 6> at{};
    for (int& nth : at) nth = static_cast<int>(random.below(4));
    const Fails fails = [&](const Made& made) {
      const auto before = [&](char one, int nth, char other, int other_nth) {
        return place(made.order, one, nth) < place(made.order, other, other_nth);
      };
      return before('b', at[0], 'a', at[1]) && before('a', at[2], 'b', at[3]) && before('b', at[4], 'a', at[5]);
    };
    const auto smallest = reduced_at_random(steps, fails, static_cast<std::uint64_t>(round));
    if (!smallest) continue;  // no order fails
    EXPECT_EQ(smallest->reduction.to.preemptions, static_cast<std::uint64_t>(fewest(steps, "", fails))) << round;
  }
}

TEST(ReductionTest, OfALongScheduleAllButTheNeededSwitchesGo) {
  // 600 steps of each of three threads: far more schedules than may be run.
  const Fails fails = [](const Made& made) {
    return place(made.order, 'b', 300) < place(made.order, 'a', 299) &&
           place(made.order, 'a', 300) < place(made.order, 'c', 290);
  };
  const auto smallest = reduced_at_random({600, 600, 600}, fails, 3);
  ASSERT_TRUE(smallest);
  EXPECT_GT(smallest->reduction.from.preemptions, 1'000U);
  EXPECT_LE(smallest->reduction.to.preemptions, 2U) << smallest->schedule.text();
}

TEST(ReductionTest, ItsScheduleEndsInTheFinding) {
  const std::vector<int> steps{20, 20, 20};
  const Fails fails = [](const Made& made) { return made.order.find("bc") < made.order.find("ba"); };
  const auto smallest = reduced_at_random(steps, fails, 5);
  ASSERT_TRUE(smallest);
  ReplayStrategy replay(smallest->schedule);
  ASSERT_TRUE(replay.begin());
  EXPECT_TRUE(fails(run_model(steps, replay)));
  EXPECT_TRUE(replay.fitted(true));
}

TEST(ReductionTest, IsTheSameEachTime) {
  const Fails fails = [](const Made& made) { return made.order.find("aba") != std::string::npos; };
  const auto once = reduced_at_random({9, 9}, fails, 7);
  const auto again = reduced_at_random({9, 9}, fails, 7);
  ASSERT_TRUE(once && again);
  EXPECT_EQ(once->schedule, again->schedule);
  EXPECT_EQ(once->reduction, again->reduction);
}

TEST(ReductionTest, APreemptionIsSimplerThanASpuriousEvent) {
  const Fails fails = [](const Made& made) { return made.value == 1 || made.order.starts_with("aab"); };
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto smallest = reduced_at_random({4, 4}, fails, seed);
    ASSERT_TRUE(smallest);
    EXPECT_EQ(smallest->reduction.to.spurious_events, 0U);
    EXPECT_EQ(smallest->reduction.to.preemptions, 1U);
  }
}

TEST(ReductionTest, ASpuriousEventThatIsNeededStays) {
  const auto smallest = reduced_at_random(
      {4, 4}, [](const Made& made) { return made.value == 1; }, 1);
  ASSERT_TRUE(smallest);
  EXPECT_EQ(smallest->reduction.to.spurious_events, 1U);
  EXPECT_EQ(smallest->reduction.to.preemptions, 0U);
}

TEST(ReductionTest, IsNothingWhenTheScheduleDoesNotEndInTheFindingAgain) {
  EXPECT_FALSE(reduced(Schedule(), [](Strategy& strategy) { return run_model({2, 2}, strategy).order == "abab"; }));
}

TEST(ReductionTest, EndsAfterABoundedNumberOfRuns) {
  std::uint64_t runs = 0;
  const Schedule found = Schedule::parse("(ab)30").value();
  const auto smallest = reduced(found, [&](Strategy& strategy) {
    ++runs;
    return run_model({30, 30}, strategy).order.find("abab") != std::string::npos;
  });
  ASSERT_TRUE(smallest);
  EXPECT_LE(runs, 401U) << "one more proves what is shown";
  EXPECT_EQ(smallest->reduction.runs + 1, runs);
}

TEST(ReductionTest, IsReadAsItWasSent) {
  const Reduction reduction{.runs = 41, .from = {1, 9, 57}, .to = {0, 2, 30}};
  EXPECT_EQ(read_reduction_field(reduction_field(reduction)), reduction);
  for (const char* const text : {"", "1", "1 2 3 4 5 6", "1 2 3 4 5 6 7 ", "1 2 3 4 5 6 7 8", "1 2 3 4 5 6 -7", "x"}) {
    EXPECT_FALSE(read_reduction_field(text)) << text;
  }
}

TEST(ReductionTest, SaysWhatBecameLess) {
  Reduction reduction{.runs = 41, .from = {1, 9, 57}, .to = {0, 2, 30}};
  EXPECT_EQ(sentence(reduction), "reduced from 9 preemptions to 2 in 41 runs");
  reduction.to.preemptions = 9;
  EXPECT_EQ(sentence(reduction), "reduced from 1 spurious event to 0 in 41 runs");
  reduction = {.runs = 1, .from = {0, 1, 57}, .to = {0, 1, 56}};
  EXPECT_EQ(sentence(reduction), "reduced from 57 steps to 56 in 1 run");
}

}  // namespace
}  // namespace lockstep::explorer
