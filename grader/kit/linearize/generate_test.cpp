#include "linearize/generate.h"

#include <gtest/gtest.h>

#include <algorithm>
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

TEST(GenerateTest, PutsEachCallBesideEachRowOfCalls) {
  const auto client = example::client();  // four calls, and three states
  EXPECT_TRUE(all_rows(client.interface(), 10, 1).empty()) << "those are the pairs";
  const auto rows = all_rows(client.interface(), 10, 3);
  EXPECT_EQ(rows.size(), 3U * 4U * (16U + 64U));
  std::set<std::string> texts;
  for (const Scenario& row : rows) texts.insert(text(row, client.interface()));
  EXPECT_EQ(texts.size(), rows.size());
  EXPECT_TRUE(texts.contains(":0-1.3"));
  EXPECT_TRUE(texts.contains("2:1-3.0.2"));
  EXPECT_EQ(size(rows.front()), 3U) << "short ones first";
}

TEST(GenerateTest, TheSameSeedGivesTheSameScenariosAndTheyGrow) {
  const auto client = example::client();
  RandomScenarios one(client.interface(), 7);
  RandomScenarios same(client.interface(), 7);
  RandomScenarios other(client.interface(), 8);
  std::size_t first = 0;  // calls of the longest thread, in the first half
  std::size_t last = 0;   // and in the second
  bool differs = false;
  constexpr int kMany = 160;
  for (int i = 0; i < kMany; ++i) {
    const Scenario scenario = one.next();
    EXPECT_EQ(scenario, same.next());
    differs |= scenario != other.next();
    EXPECT_GE(scenario.threads.size(), 2U);
    EXPECT_LE(scenario.threads.size(), 3U);
    EXPECT_LE(size(scenario), 6U);
    for (const Calls& thread : scenario.threads) {
      std::size_t& longest = i < kMany / 2 ? first : last;
      longest = std::max(longest, thread.size());
    }
  }
  EXPECT_TRUE(differs);
  EXPECT_EQ(first, 2U);
  EXPECT_EQ(last, 3U);
}

TEST(GenerateTest, EachSecondOneLooksTwiceBesideAChange) {
  const auto client = example::client();  // only its call 0 changes nothing and never waits
  RandomScenarios random(client.interface(), 7);
  std::set<std::size_t> changes;
  for (int i = 0; i < 100; ++i) {
    const Scenario scenario = random.next();
    if (i % 2 == 0) continue;
    ASSERT_EQ(scenario.threads.size(), 2U);
    EXPECT_EQ(scenario.threads[0], (Calls{{0, 0}, {0, 0}}));
    ASSERT_EQ(scenario.threads[1].size(), 1U);
    changes.insert(scenario.threads[1].front().operation);
  }
  EXPECT_EQ(changes, (std::set<std::size_t>{1, 2})) << "put and take";
}

TEST(GenerateTest, ALargerOneBeginsWithMuchOfSomethingAndNeverWaitsThere) {
  const auto client = example::client_that_closes();
  RandomScenarios random(client.interface(), 7);
  constexpr std::size_t kCalls = 16;
  for (int i = 0; i < 20; ++i) {
    const Scenario scenario = random.larger(kCalls);
    EXPECT_LE(scenario.before.size(), kCalls);
    EXPECT_EQ(scenario.threads.size(), 2U);
    bool full = false;
    for (const Call& call : scenario.before) {
      const std::string& name = client.interface().operations[call.operation].name;
      EXPECT_FALSE(name == "put" && full) << "put waits for a place that is full";
      EXPECT_FALSE(name == "take" && !full) << "take waits for one that is empty";
      if (name == "put") full = true;
      if (name == "take") full = false;
    }
  }
}

}  // namespace
}  // namespace lockstep::linearize
