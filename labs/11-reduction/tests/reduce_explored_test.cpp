// Few blocks and two workers, but every interleaving of the workers.

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <string>

#include "lockstep/explore.h"
#include "meeting.h"
#include "reduce.h"
#include "sums.h"
#include "words.h"

namespace {

constexpr Plan kPairOfWorkers{.grain = 1, .workers = 2};

std::string letter(std::size_t begin, std::size_t /*end*/) { return std::string(1, static_cast<char>('a' + begin)); }
std::string appended(const std::string& left, const std::string& right) { return left + right; }

}  // namespace

TEST(ExploredReduceTest, KeepsTheOrderOfTheBlocks) {
  lockstep::explore([] { EXPECT_EQ(reduce_blocks(3, kPairOfWorkers, std::string(), letter, appended), "abc"); });
}

TEST(ExploredReduceTest, KeepsTruthValuesApart) {
  lockstep::explore([] {
    const auto is_even = [](std::size_t begin, std::size_t) { return begin % 2 == 0; };
    const auto differ = [](bool left, bool right) { return left != right; };
    EXPECT_FALSE(reduce_blocks(3, kPairOfWorkers, false, is_even, differ));
  });
}

TEST(ExploredTreeTest, KeepsTheOrderOfTheBlocks) {
  lockstep::explore([] { EXPECT_EQ(reduce_tree(3, kPairOfWorkers, std::string(), letter, appended), "abc"); });
}

TEST(ExploredTreeTest, CombinesTwoPairsAtTheSameTime) {
  lockstep::explore([] {
    Meeting both_inside(2);
    const auto combine = [&](const std::string& left, const std::string& right) {
      if (left.size() + right.size() == 2) both_inside.come();
      return left + right;
    };
    EXPECT_EQ(reduce_tree(4, kPairOfWorkers, std::string(), letter, combine), "abcd");
    EXPECT_TRUE(both_inside.took_place()) << "while a and b were combined, no worker combined c and d";
  });
}

TEST(ExploredTreeTest, PassesOnWhatCombineThrows) {
  lockstep::explore([] {
    const auto throws = [](const std::string& left, const std::string& /*right*/) -> std::string {
      if (left == "a") throw std::out_of_range("a");
      throw std::length_error("c");
    };
    try {
      (void)reduce_tree(4, kPairOfWorkers, std::string(), letter, throws);
      ADD_FAILURE() << "both combinations throw, and nothing came of it";
    } catch (const std::out_of_range&) {
    } catch (const std::length_error&) {
    }
  });
}

TEST(ExploredFloatSumTest, HasTheSameBitsInEverySchedule) {
  // The large numbers cancel out. Where the 1 is added to one of them, it is lost.
  static constexpr std::array kValues{1e16, -1e16, 1.0};
  const double of_one_worker = float_sum(kValues, {.grain = 1, .workers = 1});
  lockstep::explore([of_one_worker] { EXPECT_EQ(float_sum(kValues, kPairOfWorkers), of_one_worker); });
}

TEST(ExploredWordsTest, CountAWordInThreeBlocks) {
  lockstep::explore([] {
    EXPECT_EQ(count_words("x aaaaa y", {.grain = 3, .workers = 2}), (Counts{{"aaaaa", 1}, {"x", 1}, {"y", 1}}));
  });
}
