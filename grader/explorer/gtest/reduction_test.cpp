// What is shown of a finding is made smaller.

#include "lockstep/reduction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "told.h"

namespace lockstep {
namespace {

/// Two threads advance a stage in turn, so many rounds each; fails when they get to its end. Each round needs the one
/// before of the other thread, so the bug needs 2 (rounds - 1) preemptions.
void advance_in_turn(int rounds) {
  std::atomic<int> stage{0};
  const auto advance = [&](int parity) {
    for (int round = 0; round < rounds; ++round) {
      if (stage.load() == 2 * round + parity) stage.store(2 * round + parity + 1);
    }
  };
  std::thread one(advance, 0);
  std::thread other(advance, 1);
  one.join();
  other.join();
  EXPECT_NE(stage.load(), 2 * rounds);
}

TEST(ReducedFindingTest, ABugThatNeedsAnExactNumberOfPreemptionsIsShownWithJustThese) {
  for (int rounds = 1; rounds <= 2; ++rounds) {
    const auto body = [rounds] { advance_in_turn(rounds); };
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const Told told = told_about(body, {.strategy = Strategy::kRandom, .seed = seed});
      ASSERT_TRUE(told.exploration.finding) << rounds;
      const auto& reduction = told.exploration.finding->reduction;
      if (!reduction) continue;  // it was found so
      EXPECT_EQ(reduction->to.preemptions, static_cast<std::uint64_t>(2 * (rounds - 1)))
          << told.failures << sentence(*reduction);
    }
  }
}

TEST(ReducedFindingTest, SaysFromWhatItWasReduced) {
  const Told told = told_about([] { advance_in_turn(3); }, {.strategy = Strategy::kRandom});
  ASSERT_TRUE(told.exploration.finding && told.exploration.finding->reduction);
  EXPECT_NE(told.failures.find("; " + sentence(*told.exploration.finding->reduction)), std::string::npos)
      << told.failures;
}

TEST(ReducedFindingTest, TheRunsThatItTookAreNoExploredSchedules) {
  const Told told = told_about([] { advance_in_turn(3); }, {.strategy = Strategy::kRandom});
  ASSERT_TRUE(told.exploration.finding && told.exploration.finding->reduction);
  EXPECT_EQ(told.exploration.schedules, told.exploration.finding->schedule);
  EXPECT_EQ(told.exploration.coverage.schedules, told.exploration.finding->schedule);
}

TEST(ReducedFindingTest, ItsReplayEndsInTheSameFinding) {
  const auto body = [] { advance_in_turn(3); };
  const Told told = told_about(body, {.strategy = Strategy::kRandom});
  ASSERT_TRUE(told.exploration.finding);
  const Told again = told_about(body, {.replay = told.exploration.finding->replay});
  ASSERT_TRUE(again.exploration.finding);
  EXPECT_EQ(again.exploration.finding->message, told.exploration.finding->message);
}

TEST(ReducedFindingTest, AnExpectedFindingOrOneThatShallNotBeIsShownAsItWasFound) {
  const auto body = [] { advance_in_turn(3); };
  const auto found = [&](const ExploreOptions& options) { return told_about(body, options).exploration.finding; };
  const auto expected = found({.strategy = Strategy::kRandom, .expected = FindingKind::kAssertion});
  const auto as_found = found({.strategy = Strategy::kRandom, .reduce = false});
  ASSERT_TRUE(expected && as_found);
  EXPECT_FALSE(expected->reduction);
  EXPECT_FALSE(as_found->reduction);
  EXPECT_EQ(expected->replay, as_found->replay);
}

TEST(ReducedFindingTest, TheSameExpectationFailsInIt) {
  const auto body = [] {
    std::atomic<int> sum{0};
    const auto add = [&] { sum.store(sum.load() + 1); };
    std::thread first(add);
    std::thread second(add);
    const int early = sum.load();
    first.join();
    second.join();
    if (early == 1) {
      EXPECT_EQ(sum.load(), 2) << "lost behind an early look";
    } else {
      EXPECT_EQ(sum.load(), 2) << "lost";
    }
  };
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const ExploreOptions options{.strategy = Strategy::kRandom, .seed = seed};
    ExploreOptions as_found = options;
    as_found.reduce = false;
    EXPECT_EQ(told_about(body, options).exploration.finding->message,
              told_about(body, as_found).exploration.finding->message);
  }
}

TEST(ReducedFindingTest, ASpuriousWakeUpThatIsNotNeededGoes) {
  const auto body = [] {
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    std::thread waits([&] {
      std::unique_lock lock(mutex);
      while (!ready) changed.wait(lock);
    });
    {
      const std::scoped_lock lock(mutex);
      ready = true;
    }
    changed.notify_one();
    waits.join();
    lose_an_update();
  };
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto found = told_about(body, {.strategy = Strategy::kRandom, .seed = seed}).exploration.finding;
    ASSERT_TRUE(found);
    EXPECT_EQ(found->replay.find(".1"), std::string::npos) << found->replay;
  }
}

TEST(ReducedFindingTest, TheDecisiveStepsOfALostUpdateSayWhy) {
  const auto found = told_about(lose_an_update, {.strategy = Strategy::kRandom}).exploration.finding;
  ASSERT_TRUE(found);
  const auto said = std::count_if(found->steps.begin(), found->steps.end(),
                                  [](const TraceStep& step) { return !step.why.empty() && step.decisive; });
  EXPECT_EQ(said, 2) << found->trace;
  EXPECT_NE(found->trace.find("^ overwrites what thread "), std::string::npos) << found->trace;
}

TEST(ReducedFindingTest, TheRoundsOfALoopFoldIntoOneLine) {
  const auto found = told_about([] {
                       std::atomic<int> counter{0};
                       std::thread counts([&] {
                         for (int i = 0; i < 40; ++i) counter.fetch_add(1);
                       });
                       counts.join();
                       EXPECT_EQ(counter.load(), 39);
                     }).exploration.finding;
  ASSERT_TRUE(found);
  EXPECT_NE(found->trace.find("... this step 39 times more ..."), std::string::npos) << found->trace;
}

}  // namespace
}  // namespace lockstep
