#include "manifest/spelling.h"

#include <gtest/gtest.h>

#include <vector>

namespace lockstep::manifest {
namespace {

TEST(SpellingTest, DistanceCountsEachKindOfSlipOnce) {
  EXPECT_EQ(edit_distance("points", "points"), 0U);
  EXPECT_EQ(edit_distance("points", "point"), 1U);
  EXPECT_EQ(edit_distance("points", "ppoints"), 1U);
  EXPECT_EQ(edit_distance("points", "paints"), 1U);
  EXPECT_EQ(edit_distance("points", "pionts"), 1U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(SpellingTest, SuggestsTheNearestWord) {
  const std::vector<std::string> keys{"point", "points", "title"};
  EXPECT_EQ(suggestion("ponits", keys), " (did you mean \"points\"?)");
  EXPECT_EQ(suggestion("tilte", keys), " (did you mean \"title\"?)");
}

TEST(SpellingTest, SuggestsNothingForAnotherWord) {
  const std::vector<std::string> keys{"points", "title"};
  EXPECT_EQ(suggestion("wall_s", keys), "");
  EXPECT_EQ(suggestion("x", {}), "");
}

}  // namespace
}  // namespace lockstep::manifest
