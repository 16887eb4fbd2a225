#include "plot/curve.h"

#include <gtest/gtest.h>

#include "plot/samples.h"

namespace lockstep::plot {
namespace {

using Basis = predict::Point::Basis;

const std::vector<Measured> kMeasured{{1, {0.9, 1, 1.1}}, {2, {1.2, 1.6, 1.7}}};

TEST(CurveTest, ReachesTo64CoresAndSaysHowEachPointIsKnown) {
  const Curve made = curve("f", kMeasured, predictions(0.2));
  ASSERT_EQ(made.predicted.size(), 64U);
  EXPECT_EQ(made.predicted[15].basis, Basis::kRecorded);
  EXPECT_NEAR(made.predicted[15].speedup, 1 / (0.2 + 0.8 / 16), 1e-6);
  EXPECT_EQ(made.predicted[16].basis, Basis::kBetween);
  EXPECT_EQ(made.predicted[63].basis, Basis::kExtrapolated);
}

TEST(CurveTest, FitsTheLawToWhatWasRecordedRatherThanMeasured) {
  EXPECT_NEAR(curve("f", kMeasured, predictions(0.2)).law->serial_share(), 0.2, 1e-6);
}

TEST(CurveTest, FitsItToWhatWasMeasuredWhereNothingCouldBePredicted) {
  const Curve made = curve("f", kMeasured, {});
  EXPECT_TRUE(made.predicted.empty());
  EXPECT_NEAR(made.law->serial_share(), 0.25, 1e-6);
}

TEST(CurveTest, TakesTheMedianOfSeveralRecordings) {
  auto recordings = predictions(0);
  for (const double seconds : {0.021, 9.0}) {
    recordings.push_back(recordings[1]);
    recordings.back().makespan_s = seconds;
  }
  EXPECT_NEAR(curve("f", {}, recordings).predicted[1].speedup, 0.04 / 0.021, 1e-6);
}

TEST(CurveTest, LeavesOutWhereMoreCoresSlowTheProgramDown) {
  auto recordings = predictions(0.2);
  recordings[5].makespan_s *= 1.5;
  recordings[6].makespan_s *= 2;
  EXPECT_NEAR(curve("f", {}, recordings).law->serial_share(), 0.2, 1e-6);
}

TEST(CurveTest, SeesThatNothingIsParallelThroughErrorsOfAFewPercent) {
  auto recordings = predictions(1);
  for (std::size_t i = 1; i < recordings.size(); ++i) recordings[i].makespan_s *= i % 2 == 0 ? 1.03 : 1.01;
  EXPECT_NEAR(curve("f", {}, recordings).law->serial_share(), 1, 1e-6);
}

TEST(CurveTest, SurvivesTimesThatMakeNoSense) {
  auto recordings = predictions(0.1);
  recordings[1].makespan_s = 1e290;
  recordings[2].baseline_s = 1e290;
  EXPECT_EQ(curve("f", {}, recordings).predicted.size(), 64U);
}

TEST(CurveTest, FitsNoLawToOnePoint) { EXPECT_FALSE(curve("f", {{1, {1, 1, 1}}}, {}).law); }

}  // namespace
}  // namespace lockstep::plot
