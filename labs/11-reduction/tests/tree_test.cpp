#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <stdexcept>
#include <string>

#include "affine.h"
#include "plans.h"
#include "reduce.h"

namespace {

const std::string kAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::string characters(std::size_t begin, std::size_t end) { return kAlphabet.substr(begin, end - begin); }
std::string behind(const std::string& left, const std::string& right) { return left + right; }
std::string grouped(const std::string& left, const std::string& right) { return "(" + left + " " + right + ")"; }

}  // namespace

TEST(TreeTest, TakesAnyAssociativeOperation) {
  for_each_plan([](const Plan& plan) {
    EXPECT_EQ(reduce_tree(kAlphabet.size(), plan, std::string(), characters, behind), kAlphabet) << plan;
  });

  for (std::size_t items = 1; items <= 40; ++items) {
    EXPECT_EQ(reduce_tree(items, {.grain = 1, .workers = 3}, Affine::identity(), all_of, then), all_of(0, items))
        << items << " blocks";
  }

  for_each_plan([](const Plan& plan) {
    EXPECT_EQ(reduce_tree(150, plan, Affine::identity(), all_of, then), all_of(0, 150)) << plan;
  });
}

TEST(TreeTest, IsNoDeeperThanTheLogarithmOfTheBlocks) {
  const auto leaf = [](std::size_t, std::size_t) { return 0; };
  const auto node = [](int left, int right) { return std::max(left, right) + 1; };
  for (std::size_t blocks = 1; blocks <= 70; ++blocks) {
    EXPECT_LE(reduce_tree(blocks, {.grain = 1, .workers = 2}, 0, leaf, node), std::bit_width(blocks - 1))
        << blocks << " blocks";
  }
}

TEST(TreeTest, HasOneShapeForAllNumbersOfWorkers) {
  for (const std::size_t items : {5U, 16U, 37U, 62U}) {
    const auto with = [items](unsigned workers) {
      return reduce_tree(items, {.grain = 1, .workers = workers}, std::string(), characters, grouped);
    };
    const std::string with_one = with(1);
    for (const unsigned workers : kWorkers) EXPECT_EQ(with(workers), with_one) << workers << " workers";
  }
}

TEST(TreeTest, CombinesNothingWithTheIdentity) {
  for (const unsigned workers : kWorkers) {
    const Plan plan{.grain = 1, .workers = workers};
    EXPECT_EQ(reduce_tree(1, plan, std::string("identity"), characters, grouped), "a");
    EXPECT_EQ(reduce_tree(2, plan, std::string("identity"), characters, grouped), "(a b)");
    EXPECT_EQ(reduce_tree(4, plan, std::string("identity"), characters, grouped), "((a b) (c d))");
  }

  const auto never = [](std::size_t, std::size_t) -> std::string {
    throw std::logic_error("there is nothing to fold");
  };
  for (const unsigned workers : kWorkers) {
    EXPECT_EQ(reduce_tree(0, {.grain = 3, .workers = workers}, std::string("identity"), never, behind), "identity");
  }
}

TEST(TreeTest, CarriesWhatCanOnlyBeMoved) {
  using Owner = std::unique_ptr<std::string>;
  const auto make = [](std::size_t begin, std::size_t end) {
    return std::make_unique<std::string>(characters(begin, end));
  };
  const auto append = [](Owner left, Owner right) {
    *left += *right;
    return left;
  };
  for_each_plan([&](const Plan& plan) {
    EXPECT_EQ(*reduce_tree(kAlphabet.size(), plan, Owner(), make, append), kAlphabet) << plan;
  });
}

TEST(TreeTest, PassesOnWhatFoldAndCombineThrow) {
  const auto bad_fold = [](std::size_t begin, std::size_t end) {
    if (begin <= 30 && 30 < end) throw std::out_of_range("item 30");
    return characters(begin, end);
  };
  const auto bad_combine = [](const std::string& left, const std::string& right) {
    if (left.size() + right.size() == kAlphabet.size()) throw std::length_error("the last two");
    return left + right;
  };
  for (const unsigned workers : kWorkers) {
    const Plan plan{.grain = 4, .workers = workers};
    EXPECT_THROW((void)reduce_tree(kAlphabet.size(), plan, std::string(), bad_fold, behind), std::out_of_range);
    EXPECT_THROW((void)reduce_tree(kAlphabet.size(), plan, std::string(), characters, bad_combine), std::length_error);
  }

  EXPECT_THROW((void)reduce_tree(4, {.grain = 0, .workers = 2}, std::string(), characters, behind),
               std::invalid_argument);
  EXPECT_THROW((void)reduce_tree(4, {.grain = 2, .workers = 0}, std::string(), characters, behind),
               std::invalid_argument);
  EXPECT_THROW((void)reduce_tree(0, {.grain = 2, .workers = 0}, std::string(), characters, behind),
               std::invalid_argument);
}
