#include "plot/visible.h"

#include <gtest/gtest.h>

namespace lockstep::plot {
namespace {

using measure::Slice;

TEST(VisibleTest, KeepsWhatFillsColumns) {
  const std::vector<Slice> slices{{ThreadState::kRunning, 0, 0.4}, {ThreadState::kWaitingForLock, 0.4, 1}};
  const auto pieces = visible(slices, 1, 10);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].state, ThreadState::kRunning);
  EXPECT_EQ(pieces[0].begin, 0U);
  EXPECT_EQ(pieces[0].end, 4U);
  EXPECT_EQ(pieces[1].state, ThreadState::kWaitingForLock);
  EXPECT_EQ(pieces[1].end, 10U);
}

TEST(VisibleTest, AColumnShowsWhatTookMostOfItsTime) {
  std::vector<Slice> slices;
  for (int i = 0; i < 30'000; ++i) {
    const double begin = i / 30'000.0;
    slices.push_back({ThreadState::kRunning, begin, begin + 0.2 / 30'000});
    slices.push_back({ThreadState::kWaitingForLock, begin + 0.2 / 30'000, begin + 1.0 / 30'000});
  }
  const auto pieces = visible(slices, 1, 500);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].state, ThreadState::kWaitingForLock);
}

TEST(VisibleTest, ShowsNothingWhereTheThreadWasNotThere) {
  const std::vector<Slice> slices{{ThreadState::kRunning, 0.2, 0.5}, {ThreadState::kRunning, 0.7, 0.8}};
  const auto pieces = visible(slices, 1, 10);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].begin, 2U);
  EXPECT_EQ(pieces[1].begin, 7U);
  EXPECT_TRUE(visible({}, 1, 10).empty());
}

TEST(VisibleTest, SurvivesTimesThatMakeNoSense) {
  const std::vector<Slice> slices{{ThreadState::kAsleep, -1e300, 1e300}, {ThreadState::kRunning, 5, 2}};
  const auto pieces = visible(slices, 1, 10);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].end, 10U);
}

}  // namespace
}  // namespace lockstep::plot
