#include "checks/speedup/opinion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lockstep::checks::speedup {
namespace {

using testing::HasSubstr;
using testing::Not;

const SpeedupCheck kSettings{
    .program = "primes_speedup", .no_points_at = 0.5, .full_points_at = 0.75, .meet_share = 0.75, .balance = 1.6};

Round round_with(double speedup, double presence = 1, double cpu_ratio = 1) {
  return {.capacity = {.cores = 2 * presence, .presence = presence},
          .baseline_s = 0.040,
          .submission_s = 0.040 / speedup,
          .baseline_cpu_s = 0.040,
          .submission_cpu_s = 0.040 * cpu_ratio};
}

Evidence evidence(Structure structure, std::vector<Round> rounds) {
  return {.function = "find", .structure = structure, .workers = 2, .rounds = std::move(rounds)};
}

constexpr Structure kGood{.met = 1, .balance = 1.98, .busiest = 0.5};

TEST(PointsForTest, AreLinearBetweenTheThresholdsInTenthsThatAreRoundedUp) {
  EXPECT_EQ(points_for(0.2, kSettings), 0);
  EXPECT_EQ(points_for(0.5, kSettings), 0);
  EXPECT_DOUBLE_EQ(points_for(0.51, kSettings), 0.1);
  EXPECT_DOUBLE_EQ(points_for(0.625, kSettings), 0.5);
  EXPECT_DOUBLE_EQ(points_for(0.7, kSettings), 0.8);
  EXPECT_EQ(points_for(0.75, kSettings), 1);
  EXPECT_EQ(points_for(1.2, kSettings), 1);
}

TEST(OpinionTest, AParallelFunctionThatIsFastHasAllPointsByTheClock) {
  const Opinion opinion = judge(evidence(kGood, std::vector<Round>(8, round_with(1.9))), kSettings);
  EXPECT_EQ(opinion.fraction, 1);
  EXPECT_FALSE(opinion.finding);
  EXPECT_THAT(opinion.note, HasSubstr("judged by the clock: 1.90 times as fast"));
}

TEST(OpinionTest, OnABusyMachineItHasAllPointsByItsTasksHoweverSlowItWas) {
  const Opinion opinion = judge(evidence(kGood, std::vector<Round>(8, round_with(0.9, 0.5))), kSettings);
  EXPECT_EQ(opinion.fraction, 1);
  EXPECT_FALSE(opinion.finding);
  EXPECT_THAT(opinion.note, HasSubstr("the machine is not quiet enough"));
}

TEST(OpinionTest, OnOneAndAHalfCoresItHasAllPointsByItsTasks) {
  const Opinion opinion = judge(evidence(kGood, std::vector<Round>(8, round_with(1.3, 0.75))), kSettings);
  EXPECT_EQ(opinion.fraction, 1);
  EXPECT_THAT(opinion.note, HasSubstr("trusted threads had a core for 75 % of the time"));
}

SpeedupCheck with_prediction() {
  SpeedupCheck settings = kSettings;
  settings.predicted = Predicted{.program = "primes_predict", .cores = 16, .speedup = 8};
  return settings;
}

Evidence predicted(Interval on_two, std::optional<Interval> on_many,
                   std::vector<Round> rounds = std::vector<Round>(8, round_with(1.9, 1, 1.1))) {
  Evidence all = evidence(kGood, std::move(rounds));
  all.outlook = Outlook{.on_two = on_two,
                        .on_many = on_many,
                        .explanation = "61 % of the time at most one thread was running.",
                        .threads = 17,
                        .busy = 1.98};
  return all;
}

constexpr Interval kWell{1.9, 1.95, 2.0};

TEST(OpinionTest, ASerialPartThatOnlyShowsOnManyCoresIsFoundAlthoughTheClockIsContent) {
  const Opinion opinion = judge(predicted(kWell, Interval{1.8, 1.9, 2.0}), with_prediction());
  EXPECT_EQ(opinion.fraction, 0);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("on 16 cores it would be 1.9 times as fast as the sequential code; "
                                                  "8.0 is asked for. 61 % of the time at most one thread was running"));
  EXPECT_THAT(opinion.note, HasSubstr("judged by recordings"));
}

TEST(OpinionTest, ASerialPartOfHalfTheWorkIsFoundOnTwoCores) {
  Evidence half = predicted({1.3, 1.33, 1.35}, std::nullopt);
  half.structure = {.met = 0, .balance = {}, .busiest = 0};  // the rendezvous gives up before the threads start
  const Opinion opinion = judge(half, with_prediction());
  EXPECT_DOUBLE_EQ(opinion.fraction, 0.7);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("on 2 cores it would be 1.3 times as fast"));
  EXPECT_THAT(opinion.finding->message, HasSubstr("work that is done before the threads start"));
}

TEST(OpinionTest, WorkersThatWaitForEachOtherButNotForLongHaveAllPoints) {
  Evidence rounds = predicted(kWell, Interval{12, 12.6, 13});
  rounds.structure = {.met = 0.8, .balance = 1.05, .busiest = 0.5};  // a body that is held up holds up the next round
  EXPECT_EQ(judge(rounds, with_prediction()).fraction, 1);
}

TEST(OpinionTest, TasksThatNeverMeetHaveNoPointsHoweverWellTheirRecordingLooks) {
  Evidence apart = predicted(kWell, Interval{12, 13, 14});
  apart.structure = {.met = 0, .balance = {}, .busiest = 0};
  EXPECT_EQ(judge(apart, with_prediction()).fraction, 0);
}

TEST(OpinionTest, APredictionNearTheThresholdIsToTheLearnersBenefit) {
  EXPECT_FALSE(judge(predicted({1.4, 1.45, 1.51}, Interval{7.0, 7.5, 8.1}), with_prediction()).finding);
}

TEST(OpinionTest, ThreadsThatTheKernelPutsOnOneCoreCostNothing) {
  // 44 ms of CPU time in 40 ms.
  const Opinion opinion =
      judge(predicted(kWell, Interval{14, 15, 16}, std::vector<Round>(24, round_with(1.0, 1, 1.1))), with_prediction());
  EXPECT_EQ(opinion.fraction, 1);
  EXPECT_THAT(opinion.note, HasSubstr("0 of 24 rounds can be believed"));
}

TEST(OpinionTest, WhatNothingPredictsIsJudgedByTheRest) {
  Evidence all = evidence(kGood, std::vector<Round>(8, round_with(1.9)));
  all.outlook = Unpredictable{"It spins at x.cpp:3."};
  const Opinion opinion = judge(all, with_prediction());
  EXPECT_EQ(opinion.fraction, 1);
  EXPECT_THAT(opinion.note, HasSubstr("not predicted: It spins at x.cpp:3."));
}

TEST(OpinionTest, TheRecordingNamesTheLockThatKeepsTasksApart) {
  Evidence all = predicted({0.98, 0.99, 1.0}, std::nullopt);
  all.structure = {.met = 0, .balance = {}, .busiest = 0};
  EXPECT_THAT(judge(all, with_prediction()).finding->message, HasSubstr("Recorded on one core: 61 % of the time"));
}

TEST(OpinionTest, TasksThatNeverMeetHaveNoPointsHoweverFastTheClockSaysTheyAre) {
  const Structure never{.met = 0, .balance = {}, .busiest = 0};
  const Opinion opinion = judge(evidence(never, std::vector<Round>(16, round_with(2.0))), kSettings);
  EXPECT_EQ(opinion.fraction, 0);
  ASSERT_TRUE(opinion.finding);
  EXPECT_EQ(opinion.finding->kind, FindingKind::kSpeedup);
  EXPECT_THAT(opinion.finding->message, HasSubstr("your tasks never ran at the same time"));
}

TEST(OpinionTest, AnUnevenSplitIsNamedWithItsNumbers) {
  const Structure uneven{.met = 0.5, .balance = 1.33, .busiest = 0.75};
  const Opinion opinion = judge(evidence(uneven, {}), kSettings);
  EXPECT_DOUBLE_EQ(opinion.fraction, 0.7);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("one worker did 75 % of the work"));
  EXPECT_THAT(opinion.finding->message, HasSubstr("1.33 times as fast as one; 1.60 is asked for"));
}

TEST(OpinionTest, OneStageUnderALockIsNoQuestionOfShares) {
  const Structure one_stage_locked{.met = 0.62, .balance = 1.4, .busiest = 0.51};
  const Opinion opinion = judge(evidence(one_stage_locked, {}), kSettings);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("38 % of the tasks ran alone"));
  EXPECT_THAT(opinion.finding->message, HasSubstr("a lock that is held while a task runs"));
  EXPECT_THAT(opinion.finding->message, Not(HasSubstr("shares of the work")));
}

TEST(OpinionTest, WorkersThatWaitForEachOthersRoundsAreToldSo) {
  const Structure rounds{.met = 1, .balance = 1.03, .busiest = 0.52};
  const Opinion opinion = judge(evidence(rounds, {}), kSettings);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("one waited while the other one worked"));
  EXPECT_THAT(opinion.finding->message, HasSubstr("1.03 times as fast as one"));
}

TEST(OpinionTest, HalvesOfEqualCountAndUnequalCostAreUneven) {
  const Structure halves{.met = 1, .balance = 1.0, .busiest = 1.0};
  const Opinion opinion = judge(evidence(halves, {}), kSettings);
  EXPECT_EQ(opinion.fraction, 0);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("one worker did 100 % of the work"));
}

TEST(OpinionTest, WhatFailsNeverHasAllPoints) {
  const Structure nearly{.met = 0.7, .balance = 1.9, .busiest = 0.5};
  const Opinion opinion = judge(evidence(nearly, {}), kSettings);
  EXPECT_TRUE(opinion.finding);
  EXPECT_LT(opinion.fraction, 1);
}

TEST(OpinionTest, OnAQuietMachineTheClockTakesPointsFromWhatIsParallelButSlow) {
  const Opinion opinion = judge(evidence(kGood, std::vector<Round>(16, round_with(1.2, 1, 1.7))), kSettings);
  EXPECT_DOUBLE_EQ(opinion.fraction, 0.4);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("1.20 times as fast as the sequential code with 2 workers"));
  EXPECT_THAT(opinion.finding->message, HasSubstr("1.7 times the CPU time"));
}

TEST(OpinionTest, TheClockTakesNoPointsOnTooFewRounds) {
  const Opinion opinion = judge(evidence(kGood, std::vector<Round>(12, round_with(1.2))), kSettings);
  EXPECT_FALSE(opinion.finding);
  EXPECT_THAT(opinion.note, HasSubstr("too few"));
}

TEST(OpinionTest, WhereTheIntervalHoldsTheThresholdTheLearnerHasTheBenefit) {
  std::vector<Round> rounds(12, round_with(1.4));
  rounds.insert(rounds.end(), 12, round_with(1.6));
  EXPECT_EQ(judge(evidence(kGood, rounds), kSettings).fraction, 1);
}

TEST(OpinionTest, OnABusyMachineWastedCpuTimeTakesPoints) {
  const Opinion opinion = judge(evidence(kGood, std::vector<Round>(8, round_with(0.5, 0.5, 6.0))), kSettings);
  EXPECT_EQ(opinion.fraction, 0);
  ASSERT_TRUE(opinion.finding);
  EXPECT_THAT(opinion.finding->message, HasSubstr("6.0 times the CPU time"));
}

}  // namespace
}  // namespace lockstep::checks::speedup
