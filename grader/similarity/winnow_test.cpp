#include "similarity/winnow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace lockstep::similarity {
namespace {

std::vector<Token> random_tokens(std::mt19937& random, std::size_t size, std::uint64_t kinds) {
  std::vector<Token> tokens(size);
  for (Token& token : tokens) token.code = random() % kinds;
  return tokens;
}

std::set<std::uint64_t> fingerprints(const std::vector<Token>& tokens) {
  std::set<std::uint64_t> hashes;
  for (const Fingerprint& each : winnow(hashes_of(tokens))) hashes.insert(each.hash);
  return hashes;
}

bool share_one(const std::vector<Token>& a, const std::vector<Token>& b) {
  const auto of_a = fingerprints(a);
  const auto of_b = fingerprints(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](std::uint64_t hash) { return of_b.contains(hash); });
}

TEST(WinnowTest, EveryMatchOfTheGuaranteedLengthIsFoundWhereverItStands) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const auto match = random_tokens(random, kGuaranteedTokens, 4);  // few kinds: many equal hashes
    auto a = random_tokens(random, random() % 60, 1000);
    auto b = random_tokens(random, random() % 60, 1000);
    const auto at = [&](std::vector<Token>& text) {
      return text.begin() + static_cast<std::ptrdiff_t>(random() % (text.size() + 1));
    };
    a.insert(at(a), match.begin(), match.end());
    b.insert(at(b), match.begin(), match.end());
    EXPECT_TRUE(share_one(a, b)) << "round " << round;
  }
}

TEST(WinnowTest, NoMatchBelowTheNoiseThresholdIsFound) {
  std::mt19937 random(7);
  const auto match = random_tokens(random, kNoiseTokens - 1, 1000);
  for (int round = 0; round < 100; ++round) {
    auto a = random_tokens(random, 50, 1'000'000);
    auto b = random_tokens(random, 50, 1'000'000);
    a.insert(a.begin() + 20, match.begin(), match.end());
    b.insert(b.begin() + 30, match.begin(), match.end());
    EXPECT_FALSE(share_one(a, b)) << "round " << round;
  }
}

TEST(WinnowTest, FewHashesAreChosen) {
  std::mt19937 random(7);
  const auto hashes = hashes_of(random_tokens(random, 10'000, 1000));
  const double density = static_cast<double>(winnow(hashes).size()) / static_cast<double>(hashes.size());
  EXPECT_NEAR(density, 2.0 / (static_cast<double>(kWindow) + 1), 0.02) << "as the paper expects";
}

TEST(WinnowTest, OfEqualHashesTheRightmostIsChosen) {
  const std::vector<std::uint64_t> hashes(kWindow, 5);
  const auto chosen = winnow(hashes);
  ASSERT_EQ(chosen.size(), 1U);
  EXPECT_EQ(chosen[0].token, kWindow - 1);
}

TEST(WinnowTest, AShortTextHasOneFingerprintAndAShorterOneNone) {
  std::mt19937 random(7);
  EXPECT_EQ(winnow(hashes_of(random_tokens(random, kNoiseTokens, 9))).size(), 1U);
  EXPECT_TRUE(winnow(hashes_of(random_tokens(random, kNoiseTokens - 1, 9))).empty());
}

}  // namespace
}  // namespace lockstep::similarity
