#include "linearize/generate.h"

#include <gtest/gtest.h>

#include <set>

#include "linearize/example_client.h"

namespace lockstep::linearize {
namespace {

TEST(GenerateTest, BeginsInStatesThatDiffer) {
  const auto client = example::client();
  const auto found = beginnings(client.interface(), 10);
  ASSERT_EQ(found.size(), 3U) << "empty, with 1, with 2";
  EXPECT_TRUE(found[0].empty());
  EXPECT_EQ(found[1], (Calls{{1, 0}}));
  EXPECT_EQ(found[2], (Calls{{1, 1}}));
  EXPECT_EQ(beginnings(client.interface(), 2).size(), 2U);
}

TEST(GenerateTest, MakesEachPairInEachBeginning) {
  const auto client = example::client();
  const auto pairs = all_pairs(client.interface(), 10);
  EXPECT_EQ(pairs.size(), 3U * 10U) << "four calls make ten pairs";
  std::set<std::string> texts;
  for (const Scenario& pair : pairs) texts.insert(text(pair, client.interface()));
  EXPECT_EQ(texts.size(), pairs.size());
  EXPECT_TRUE(texts.contains(":0-0"));
  EXPECT_TRUE(texts.contains("2:1-3"));
}

TEST(GenerateTest, TheSameSeedGivesTheSameScenariosAndTheyGrow) {
  const auto client = example::client();
  RandomScenarios one(client.interface(), 7);
  RandomScenarios same(client.interface(), 7);
  RandomScenarios other(client.interface(), 8);
  std::size_t first = 0;
  std::size_t last = 0;
  bool differs = false;
  constexpr int kMany = 400;
  for (int i = 0; i < kMany; ++i) {
    const Scenario scenario = one.next();
    EXPECT_EQ(scenario, same.next());
    differs |= scenario != other.next();
    EXPECT_GE(scenario.threads.size(), 2U);
    EXPECT_LE(scenario.threads.size(), 3U);
    EXPECT_LE(size(scenario), 6U);
    (i < kMany / 4 ? first : last) += i < kMany / 4 || i >= kMany * 3 / 4 ? size(scenario) : 0;
  }
  EXPECT_TRUE(differs);
  EXPECT_GT(last, first);
}

}  // namespace
}  // namespace lockstep::linearize
