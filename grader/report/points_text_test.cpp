#include "report/points_text.h"

#include <gtest/gtest.h>

namespace lockstep::report {
namespace {

TEST(PointsTextTest, HasNoNeedlessZeros) {
  EXPECT_EQ(points_text(0), "0");
  EXPECT_EQ(points_text(12), "12");
  EXPECT_EQ(points_text(100), "100");
  EXPECT_EQ(points_text(12.5), "12.5");
  EXPECT_EQ(points_text(6.66), "6.66");
}

}  // namespace
}  // namespace lockstep::report
