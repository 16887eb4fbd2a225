#include "checks/speedup/assessment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lockstep::checks::speedup {
namespace {

using measure::Interval;
using measure::Round;

using testing::HasSubstr;
using testing::Not;

const SpeedupCheck kSettings{
    .program = "primes_speedup", .no_points_at = 0.5, .full_points_at = 0.75, .meet_share = 0.75, .parallelism = 1.6};

Round round_with(double speedup, double cpu_share = 1, double cpu_ratio = 1) {
  return {.capacity = {.cores = 2 * cpu_share, .cpu_share = cpu_share},
          .baseline_s = 0.040,
          .submission_s = 0.040 / speedup,
          .baseline_cpu_s = 0.040,
          .submission_cpu_s = 0.040 * cpu_ratio};
}

Evidence evidence(Structure structure, std::vector<Round> rounds) {
  return {.function = "find", .structure = structure, .workers = 2, .rounds = std::move(rounds)};
}

constexpr Structure kGood{.met = 1, .parallelism = 1.98, .busiest = 0.5};

TEST(PointsForTest, AreLinearBetweenTheThresholdsInTenthsThatAreRoundedUp) {
  EXPECT_EQ(points_for(0.2, kSettings), 0);
  EXPECT_EQ(points_for(0.5, kSettings), 0);
  EXPECT_DOUBLE_EQ(points_for(0.51, kSettings), 0.1);
  EXPECT_DOUBLE_EQ(points_for(0.625, kSettings), 0.5);
  EXPECT_DOUBLE_EQ(points_for(0.7, kSettings), 0.8);
  EXPECT_EQ(points_for(0.75, kSettings), 1);
  EXPECT_EQ(points_for(1.2, kSettings), 1);
}

TEST(AssessmentTest, AParallelFunctionThatIsFastHasAllPointsByTheClock) {
  const FunctionAssessment assessment = assess(evidence(kGood, std::vector<Round>(8, round_with(1.9))), kSettings);
  EXPECT_EQ(assessment.fraction, 1);
  EXPECT_FALSE(assessment.finding);
  EXPECT_THAT(assessment.note, HasSubstr("judged by the clock: 1.90 times as fast"));
}

TEST(AssessmentTest, OnABusyMachineItHasAllPointsByItsTasksHoweverSlowItWas) {
  const FunctionAssessment assessment = assess(evidence(kGood, std::vector<Round>(8, round_with(0.9, 0.5))), kSettings);
  EXPECT_EQ(assessment.fraction, 1);
  EXPECT_FALSE(assessment.finding);
  EXPECT_THAT(assessment.note, HasSubstr("the machine is not quiet enough"));
}

TEST(AssessmentTest, OnOneAndAHalfCoresItHasAllPointsByItsTasks) {
  const FunctionAssessment assessment =
      assess(evidence(kGood, std::vector<Round>(8, round_with(1.3, 0.75))), kSettings);
  EXPECT_EQ(assessment.fraction, 1);
  EXPECT_THAT(assessment.note, HasSubstr("trusted threads had a core for 75 % of the time"));
}

SpeedupCheck with_prediction() {
  SpeedupCheck settings = kSettings;
  settings.predicted = Predicted{.program = "primes_predict", .cores = 16, .speedup = 8};
  return settings;
}

Evidence predicted(Interval on_two, std::optional<Interval> on_many,
                   std::vector<Round> rounds = std::vector<Round>(8, round_with(1.9, 1, 1.1))) {
  Evidence all = evidence(kGood, std::move(rounds));
  all.predicted = PredictedSpeedup{.on_two = on_two,
                                   .on_many = on_many,
                                   .explanation = "61 % of the time at most one thread was running.",
                                   .threads = 17,
                                   .busy = 1.98};
  return all;
}

constexpr Interval kWell{1.9, 1.95, 2.0};

TEST(AssessmentTest, ASerialPartThatOnlyShowsOnManyCoresIsFoundAlthoughTheClockIsContent) {
  const FunctionAssessment assessment = assess(predicted(kWell, Interval{1.8, 1.9, 2.0}), with_prediction());
  EXPECT_EQ(assessment.fraction, 0);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message,
              HasSubstr("on 16 cores it would be 1.9 times as fast as the sequential code; "
                        "the check asks for 8.0. 61 % of the time at most one thread was running"));
  EXPECT_THAT(assessment.note, HasSubstr("judged by recordings"));
}

TEST(AssessmentTest, ASerialPartOfHalfTheWorkIsFoundOnTwoCores) {
  Evidence half = predicted({1.3, 1.33, 1.35}, std::nullopt);
  half.structure = {.met = 0, .parallelism = {}, .busiest = 0};  // the rendezvous gives up before the threads start
  const FunctionAssessment assessment = assess(half, with_prediction());
  EXPECT_DOUBLE_EQ(assessment.fraction, 0.7);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message, HasSubstr("on 2 cores it would be 1.3 times as fast"));
  EXPECT_THAT(assessment.finding->message, HasSubstr("work that is done before the threads start"));
}

TEST(AssessmentTest, WorkersThatWaitForEachOtherButNotForLongHaveAllPoints) {
  Evidence rounds = predicted(kWell, Interval{12, 12.6, 13});
  rounds.structure = {
      .met = 0.8, .parallelism = 1.05, .busiest = 0.5};  // a body that is held up holds up the next round
  EXPECT_EQ(assess(rounds, with_prediction()).fraction, 1);
}

TEST(AssessmentTest, TasksThatNeverMeetHaveNoPointsHoweverWellTheirRecordingLooks) {
  Evidence apart = predicted(kWell, Interval{12, 13, 14});
  apart.structure = {.met = 0, .parallelism = {}, .busiest = 0};
  EXPECT_EQ(assess(apart, with_prediction()).fraction, 0);
}

TEST(AssessmentTest, APredictionNearTheThresholdIsToTheLearnersBenefit) {
  EXPECT_FALSE(assess(predicted({1.4, 1.45, 1.51}, Interval{7.0, 7.5, 8.1}), with_prediction()).finding);
}

TEST(AssessmentTest, ThreadsThatTheKernelPutsOnOneCoreCostNothing) {
  // 44 ms of CPU time in 40 ms.
  const FunctionAssessment assessment = assess(
      predicted(kWell, Interval{14, 15, 16}, std::vector<Round>(24, round_with(1.0, 1, 1.1))), with_prediction());
  EXPECT_EQ(assessment.fraction, 1);
  EXPECT_THAT(assessment.note, HasSubstr("0 of 24 rounds can be believed"));
}

TEST(AssessmentTest, WhatNothingPredictsIsJudgedByTheRest) {
  Evidence all = evidence(kGood, std::vector<Round>(8, round_with(1.9)));
  all.predicted = Unpredictable{"It spins at x.cpp:3."};
  const FunctionAssessment assessment = assess(all, with_prediction());
  EXPECT_EQ(assessment.fraction, 1);
  EXPECT_THAT(assessment.note, HasSubstr("not predicted: It spins at x.cpp:3."));
}

TEST(AssessmentTest, TheRecordingNamesTheLockThatKeepsTasksApart) {
  Evidence all = predicted({0.98, 0.99, 1.0}, std::nullopt);
  all.structure = {.met = 0, .parallelism = {}, .busiest = 0};
  EXPECT_THAT(assess(all, with_prediction()).finding->message, HasSubstr("Recorded on one core: 61 % of the time"));
}

TEST(AssessmentTest, TasksThatNeverMeetHaveNoPointsHoweverFastTheClockSaysTheyAre) {
  const Structure never{.met = 0, .parallelism = {}, .busiest = 0};
  const FunctionAssessment assessment = assess(evidence(never, std::vector<Round>(16, round_with(2.0))), kSettings);
  EXPECT_EQ(assessment.fraction, 0);
  ASSERT_TRUE(assessment.finding);
  EXPECT_EQ(assessment.finding->kind, FindingKind::kSpeedup);
  EXPECT_THAT(assessment.finding->message, HasSubstr("your tasks never ran at the same time"));
}

TEST(AssessmentTest, AnUnevenSplitIsNamedWithItsNumbers) {
  const Structure uneven{.met = 0.5, .parallelism = 1.33, .busiest = 0.75};
  const FunctionAssessment assessment = assess(evidence(uneven, {}), kSettings);
  EXPECT_DOUBLE_EQ(assessment.fraction, 0.7);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message, HasSubstr("one worker did 75 % of the work"));
  EXPECT_THAT(assessment.finding->message, HasSubstr("1.33 times as fast as one; the check asks for 1.60"));
}

TEST(AssessmentTest, OneStageUnderALockIsNoQuestionOfShares) {
  const Structure one_stage_locked{.met = 0.62, .parallelism = 1.4, .busiest = 0.51};
  const FunctionAssessment assessment = assess(evidence(one_stage_locked, {}), kSettings);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message, HasSubstr("38 % of the tasks ran alone"));
  EXPECT_THAT(assessment.finding->message, HasSubstr("a lock that is held while a task runs"));
  EXPECT_THAT(assessment.finding->message, Not(HasSubstr("shares of the work")));
}

TEST(AssessmentTest, WorkersThatWaitForEachOthersRoundsAreToldSo) {
  const Structure rounds{.met = 1, .parallelism = 1.03, .busiest = 0.52};
  const FunctionAssessment assessment = assess(evidence(rounds, {}), kSettings);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message, HasSubstr("one waited while the other one worked"));
  EXPECT_THAT(assessment.finding->message, HasSubstr("1.03 times as fast as one"));
}

TEST(AssessmentTest, HalvesOfEqualCountAndUnequalCostAreUneven) {
  const Structure halves{.met = 1, .parallelism = 1.0, .busiest = 1.0};
  const FunctionAssessment assessment = assess(evidence(halves, {}), kSettings);
  EXPECT_EQ(assessment.fraction, 0);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message, HasSubstr("one worker did 100 % of the work"));
}

TEST(AssessmentTest, WhatFailsNeverHasAllPoints) {
  const Structure nearly{.met = 0.7, .parallelism = 1.9, .busiest = 0.5};
  const FunctionAssessment assessment = assess(evidence(nearly, {}), kSettings);
  EXPECT_TRUE(assessment.finding);
  EXPECT_LT(assessment.fraction, 1);
}

TEST(AssessmentTest, OnAQuietMachineTheClockTakesPointsFromWhatIsParallelButSlow) {
  const FunctionAssessment assessment =
      assess(evidence(kGood, std::vector<Round>(16, round_with(1.2, 1, 1.7))), kSettings);
  EXPECT_DOUBLE_EQ(assessment.fraction, 0.4);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message, HasSubstr("1.20 times as fast as the sequential code with 2 workers"));
  EXPECT_THAT(assessment.finding->message, HasSubstr("1.7 times the CPU time"));
}

TEST(AssessmentTest, TheClockTakesNoPointsOnTooFewRounds) {
  const FunctionAssessment assessment = assess(evidence(kGood, std::vector<Round>(12, round_with(1.2))), kSettings);
  EXPECT_FALSE(assessment.finding);
  EXPECT_THAT(assessment.note, HasSubstr("too few"));
}

TEST(AssessmentTest, WhereTheIntervalHoldsTheThresholdTheLearnerHasTheBenefit) {
  std::vector<Round> rounds(12, round_with(1.4));
  rounds.insert(rounds.end(), 12, round_with(1.6));
  EXPECT_EQ(assess(evidence(kGood, rounds), kSettings).fraction, 1);
}

TEST(AssessmentTest, OnABusyMachineWastedCpuTimeTakesPoints) {
  const FunctionAssessment assessment =
      assess(evidence(kGood, std::vector<Round>(8, round_with(0.5, 0.5, 6.0))), kSettings);
  EXPECT_EQ(assessment.fraction, 0);
  ASSERT_TRUE(assessment.finding);
  EXPECT_THAT(assessment.finding->message, HasSubstr("6.0 times the CPU time"));
}

}  // namespace
}  // namespace lockstep::checks::speedup
