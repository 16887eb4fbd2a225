#include "page/lanes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lockstep::page {
namespace {

TraceStep step(std::string thread, std::string what, std::vector<HeldLock> held_then = {}) {
  return {.number = 1, .thread = std::move(thread), .what = std::move(what), .held_then = std::move(held_then)};
}

TEST(LanesTest, AColumnAThreadInTheOrderOfTheirNames) {
  const Lanes drawn = lanes(std::vector<TraceStep>{step("_aa", "lock"), step("b", "lock"), step("a", "lock")});
  EXPECT_EQ(drawn.threads, (std::vector<std::string>{"a", "b", "_aa"}));
  EXPECT_EQ(drawn.thread_of, (std::vector<std::size_t>{2, 1, 0}));
}

TEST(LanesTest, AThreadLivesFromItsFirstStepToItsEnd) {
  const Lanes drawn = lanes(std::vector<TraceStep>{step("a", "begin"), step("b", "begin"), step("a", "load"),
                                                   step("b", "end"), step("a", "join")});
  std::string lives;
  for (const auto& row : drawn.rows) lives += row[1].alive ? 'x' : '.';
  EXPECT_EQ(lives, ".xxx.");
  EXPECT_TRUE(drawn.rows.back()[0].alive);
}

TEST(LanesTest, ABarGoesFromTheStepThatTakesALockToTheLastThatHoldsIt) {
  const std::vector<HeldLock> held{{"a", "m"}};
  const Lanes drawn = lanes(std::vector<TraceStep>{step("a", "begin"), step("a", "lock", held),
                                                   step("b", "begin", held), step("a", "unlock")});
  EXPECT_TRUE(drawn.rows[0][0].holds.empty());
  ASSERT_EQ(drawn.rows[1][0].holds.size(), 1U);
  EXPECT_TRUE(drawn.rows[1][0].holds[0].begins);
  EXPECT_FALSE(drawn.rows[1][0].holds[0].ends);
  ASSERT_EQ(drawn.rows[2][0].holds.size(), 1U);
  EXPECT_FALSE(drawn.rows[2][0].holds[0].begins);
  EXPECT_TRUE(drawn.rows[2][0].holds[0].ends);
  EXPECT_TRUE(drawn.rows[3][0].holds.empty());
}

TEST(LanesTest, ALockThatIsNeverGivenBackHasNoEnd) {
  const Lanes drawn = lanes(std::vector<TraceStep>{step("a", "lock", {{"a", "m"}})});
  EXPECT_FALSE(drawn.rows[0][0].holds[0].ends);
}

TEST(LanesTest, TwoLocksOfAThreadStandBesideEachOtherAndKeepTheirPlaces) {
  const Lanes drawn =
      lanes(std::vector<TraceStep>{step("a", "lock", {{"a", "m"}}), step("a", "lock", {{"a", "n"}, {"a", "m"}}),
                                   step("a", "unlock", {{"a", "n"}}), step("a", "lock", {{"a", "n"}, {"a", "k"}})});
  ASSERT_EQ(drawn.rows[1][0].holds.size(), 2U);
  EXPECT_EQ(drawn.rows[1][0].holds[0].slot, 0U);
  EXPECT_EQ(drawn.rows[1][0].holds[1].slot, 1U);
  EXPECT_EQ(drawn.rows[2][0].holds[0].slot, 1U) << "n stays where it was";
  EXPECT_EQ(drawn.rows[3][0].holds[1].slot, 0U) << "k takes the free place";
  EXPECT_EQ(drawn.locks, (std::vector<std::string>{"m", "n", "k"}));
}

TEST(LanesTest, AThreadWithoutAStepHasNoColumn) {
  const Lanes drawn = lanes(std::vector<TraceStep>{step("a", "load", {{"z", "m"}})});
  EXPECT_EQ(drawn.threads, std::vector<std::string>{"a"});
  EXPECT_TRUE(drawn.locks.empty());
}

}  // namespace
}  // namespace lockstep::page
