#include "plot/visible.h"

#include <gtest/gtest.h>

namespace lockstep::plot {
namespace {

using checks::speedup::Stretch;
using Doing = Stretch::Doing;

TEST(VisibleTest, KeepsWhatFillsColumns) {
  const std::vector<Stretch> stretches{{Doing::kRunning, 0, 0.4}, {Doing::kWaitingForLock, 0.4, 1}};
  const auto pieces = visible(stretches, 1, 10);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].doing, Doing::kRunning);
  EXPECT_EQ(pieces[0].begin, 0U);
  EXPECT_EQ(pieces[0].end, 4U);
  EXPECT_EQ(pieces[1].doing, Doing::kWaitingForLock);
  EXPECT_EQ(pieces[1].end, 10U);
}

TEST(VisibleTest, AColumnShowsWhatTookMostOfItsTime) {
  std::vector<Stretch> stretches;
  for (int i = 0; i < 30'000; ++i) {
    const double begin = i / 30'000.0;
    stretches.push_back({Doing::kRunning, begin, begin + 0.2 / 30'000});
    stretches.push_back({Doing::kWaitingForLock, begin + 0.2 / 30'000, begin + 1.0 / 30'000});
  }
  const auto pieces = visible(stretches, 1, 500);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].doing, Doing::kWaitingForLock);
}

TEST(VisibleTest, ShowsNothingWhereTheThreadWasNotThere) {
  const std::vector<Stretch> stretches{{Doing::kRunning, 0.2, 0.5}, {Doing::kRunning, 0.7, 0.8}};
  const auto pieces = visible(stretches, 1, 10);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].begin, 2U);
  EXPECT_EQ(pieces[1].begin, 7U);
  EXPECT_TRUE(visible({}, 1, 10).empty());
}

TEST(VisibleTest, SurvivesTimesThatMakeNoSense) {
  const std::vector<Stretch> stretches{{Doing::kAsleep, -1e300, 1e300}, {Doing::kRunning, 5, 2}};
  const auto pieces = visible(stretches, 1, 10);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].end, 10U);
}

}  // namespace
}  // namespace lockstep::plot
