#include "explorer/predict/curve.h"

#include <gtest/gtest.h>

#include <array>

namespace lockstep::predict {
namespace {

std::vector<Repetition> quarter_serial(std::initializer_list<unsigned> workers) {
  std::vector<Repetition> repetitions;
  for (const unsigned n : workers) repetitions.push_back({n, 1'000'000, 250'000 + 750'000 / n});
  return repetitions;
}

TEST(CurveTest, TakesTheMedianOfEachRepetitionsOwnRatio) {
  const std::array<Repetition, 5> repetitions{
      {{2, 100, 50}, {2, 200, 100}, {2, 100, 400}, {2, 900, 50}, {2, 300, 150}}};
  const std::vector<Point> points = curve(repetitions, 2);
  ASSERT_EQ(points.size(), 1);
  EXPECT_DOUBLE_EQ(points[0].speedup, 2);
  EXPECT_EQ(points[0].basis, Point::Basis::kRecorded);
}

TEST(CurveTest, FollowsAmdahlsLawBetweenAndBeyondWhatWasRecorded) {
  const std::vector<Point> points = curve(quarter_serial({1, 2, 8, 32, 48}), 64);
  ASSERT_EQ(points.size(), 64);
  for (const Point& point : points) EXPECT_NEAR(point.speedup, 1 / (0.25 + 0.75 / point.cores), 0.001) << point.cores;
}

TEST(CurveTest, SaysWhatEachPointRestsOn) {
  const std::vector<Point> points = curve(quarter_serial({1, 4}), 5);
  EXPECT_EQ(points[0].basis, Point::Basis::kRecorded);
  EXPECT_EQ(points[1].basis, Point::Basis::kBetween);
  EXPECT_EQ(points[3].basis, Point::Basis::kRecorded);
  EXPECT_EQ(points[4].basis, Point::Basis::kExtrapolated);
}

TEST(CurveTest, StaysFlatBeyondAConvoy) {
  const std::array<Repetition, 2> repetitions{{{1, 100, 100}, {48, 100, 101}}};
  EXPECT_DOUBLE_EQ(curve(repetitions, 64).back().speedup, 100.0 / 101);
}

TEST(CurveTest, NeverGainsMoreBeyondThanCores) {
  const std::array<Repetition, 2> repetitions{{{1, 100, 110}, {2, 100, 50}}};
  EXPECT_DOUBLE_EQ(curve(repetitions, 4).back().speedup, 4);
}

TEST(CurveTest, KnowsNothingBeyondASingleNumberOfWorkers) { EXPECT_EQ(curve(quarter_serial({4}), 64).size(), 1); }

}  // namespace
}  // namespace lockstep::predict
