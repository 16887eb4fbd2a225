#include "measure/clock.h"

#include <gtest/gtest.h>

#include <vector>

namespace lockstep::measure {
namespace {

constexpr unsigned kWorkers = 2;
constexpr double kFullPointsAt = 0.75;

Round round_with(double speedup, double cores = 2, double cpu_share = 1) {
  return {.capacity = {.cores = cores, .cpu_share = cpu_share},
          .baseline_s = 0.040,
          .submission_s = 0.040 / speedup,
          .baseline_cpu_s = 0.040,
          .submission_cpu_s = 0.044};
}

ClockSays read(const std::vector<Round>& rounds, double busy = 0) { return read_clock(rounds, kWorkers, busy); }

TEST(ClockTest, GivesTheSpeedupAndItsShareOfWhatTheMachineGave) {
  const ClockSays clock = read(std::vector<Round>(8, round_with(1.5, 1.8)));
  EXPECT_EQ(clock.rounds, 8U);
  EXPECT_NEAR(clock.speedup.middle, 1.5, 1e-9);
  EXPECT_NEAR(clock.share.middle, 1.5 / 1.8, 1e-9);
  EXPECT_NEAR(clock.cpu_ratio.middle, 1.1, 1e-9);
}

TEST(ClockTest, PairsEachSpeedupWithTheCapacityOfItsOwnRound) {
  std::vector<Round> rounds(4, round_with(2.0, 2.0));
  rounds.insert(rounds.end(), 4, round_with(1.75, 1.75));
  EXPECT_NEAR(read(rounds).share.low, 1, 1e-9);
  EXPECT_NEAR(read(rounds).share.high, 1, 1e-9);
}

TEST(ClockTest, LeavesOutTheRoundsInWhichTheMachineWasBusy) {
  std::vector<Round> rounds(9, round_with(1.8));
  rounds[3] = rounds[7] = round_with(1.0, 1.0, 0.5);
  const ClockSays clock = read(rounds);
  EXPECT_EQ(clock.rounds, 7U);
  EXPECT_EQ(clock.measured, 9U);
  EXPECT_NEAR(clock.speedup.low, 1.8, 1e-9);
}

TEST(ClockTest, LeavesOutTheRoundsInWhichTheFunctionWaitedForACore) {
  // 44 ms of CPU time in 22 ms, and in 40 ms: the kernel has put both threads on one core, perhaps.
  std::vector<Round> rounds(8, round_with(40.0 / 22));
  rounds[5] = round_with(1.0);
  const ClockSays clock = read(rounds, 2.0);
  EXPECT_EQ(clock.rounds, 7U);
  EXPECT_NEAR(clock.speedup.low, 40.0 / 22, 1e-9);
}

TEST(ClockTest, BelievesRoundsInWhichTheFunctionUsedAllThatItCan) {
  EXPECT_EQ(read(std::vector<Round>(8, round_with(1.2)), 1.3).rounds, 8U);
}

TEST(ClockTest, ShowsAllRoundsWhenItBelievesNone) {
  const ClockSays clock = read(std::vector<Round>(8, round_with(1.0, 1.0, 0.5)));
  EXPECT_EQ(clock.rounds, 0U);
  EXPECT_NEAR(clock.speedup.middle, 1.0, 1e-9);
}

TEST(ClockTest, IsNotBelievedOnTwoHalvesOfOneCore) {
  EXPECT_EQ(read(std::vector<Round>(8, round_with(1.2, 1.3, 1))).rounds, 0U);
}

TEST(ClockTest, SurvivesABaselineWithoutCountedCpuTime) {
  Round round = round_with(2);
  round.baseline_cpu_s = 0;
  EXPECT_LT(read({round}).cpu_ratio.middle, 1000);
}

bool clear(std::size_t rounds, double speedup) {
  return is_clear(read(std::vector<Round>(rounds, round_with(speedup))), kFullPointsAt);
}

TEST(ClockTest, AGoodShareIsClearAtTheFirstLookAndABadOneOnlyWhenConfirmed) {
  EXPECT_FALSE(clear(7, 1.9));
  EXPECT_TRUE(clear(8, 1.9));
  EXPECT_FALSE(clear(8, 1.1));
  EXPECT_FALSE(clear(15, 1.1));
  EXPECT_TRUE(clear(16, 1.1));
}

TEST(ClockTest, IsUnclearWhileTheIntervalHoldsTheThreshold) {
  std::vector<Round> rounds(10, round_with(1.2));
  rounds.insert(rounds.end(), 10, round_with(1.8));
  EXPECT_FALSE(is_clear(read(rounds), kFullPointsAt));
}

TEST(ClockTest, JudgesAtOnceInFavourAndAgainstOnlyWhenConfirmed) {
  const auto judges = [](std::size_t rounds, double speedup) {
    return can_judge(read(std::vector<Round>(rounds, round_with(speedup))), kFullPointsAt);
  };
  EXPECT_FALSE(judges(7, 1.9));
  EXPECT_TRUE(judges(8, 1.9));
  EXPECT_FALSE(judges(15, 1.1));
  EXPECT_TRUE(judges(16, 1.1));
}

TEST(ClockTest, MoreRoundsDoNotHelpOnABusyMachine) {
  EXPECT_TRUE(is_clear(read(std::vector<Round>(8, round_with(1.0, 1.0, 0.5))), kFullPointsAt));
}

}  // namespace
}  // namespace lockstep::measure
