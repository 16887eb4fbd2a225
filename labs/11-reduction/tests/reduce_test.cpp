#include "reduce.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>

#include "affine.h"
#include "plans.h"

namespace {

const std::string kLetters = "the quick brown fox jumps over the lazy dog, and nobody saw it";

std::string letters(std::size_t begin, std::size_t end) { return kLetters.substr(begin, end - begin); }
std::string after(const std::string& left, const std::string& right) { return left + right; }

/// The blocks, and how they were combined.
std::string shown(std::size_t begin, std::size_t /*end*/) { return std::to_string(begin); }
std::string bracketed(const std::string& left, const std::string& right) { return "(" + left + " " + right + ")"; }

}  // namespace

TEST(ReduceTest, TakesAnyAssociativeOperation) {
  for_each_plan([](const Plan& plan) {
    EXPECT_EQ(reduce_blocks(kLetters.size(), plan, std::string(), letters, after), kLetters) << plan;
  });

  for_each_plan([](const Plan& plan) {
    EXPECT_EQ(reduce_blocks(150, plan, Affine::identity(), all_of, then), all_of(0, 150)) << plan;
  });

  for_each_plan([](const Plan& plan) {
    std::atomic<std::size_t> folds = 0;
    const auto count = [&](std::size_t begin, std::size_t end) {
      ++folds;
      return end - begin;
    };
    EXPECT_EQ(reduce_blocks(150, plan, std::size_t{0}, count, std::plus<>()), 150U) << plan;
    EXPECT_EQ(folds, count_blocks(150, plan.grain)) << plan;
  });

  EXPECT_EQ(reduce_blocks(2, {.grain = 1, .workers = 13}, std::string(), letters, after), "th");
  EXPECT_EQ(reduce_blocks(1, {.grain = 5, .workers = 10'000}, std::string(), letters, after), "t");
}

TEST(ReduceTest, GivesTheIdentityOfNoItems) {
  const auto never = [](std::size_t, std::size_t) -> std::string {
    throw std::logic_error("there is nothing to fold");
  };
  for (const unsigned workers : kWorkers) {
    EXPECT_EQ(reduce_blocks(0, {.grain = 3, .workers = workers}, std::string("identity"), never, after), "identity");
  }
}

TEST(ReduceTest, CombinesFromLeftToRightAndNothingWithTheIdentity) {
  for (const unsigned workers : kWorkers) {
    const Plan plan{.grain = 10, .workers = workers};
    EXPECT_EQ(reduce_blocks(40, plan, std::string("identity"), shown, bracketed), "(((0 10) 20) 30)");
    EXPECT_EQ(reduce_blocks(10, plan, std::string("identity"), shown, bracketed), "0");
  }
}

TEST(ReduceTest, CarriesWhatCanOnlyBeMoved) {
  const auto make = [](std::size_t begin, std::size_t end) {
    return std::make_unique<std::string>(letters(begin, end));
  };
  const auto append = [](std::unique_ptr<std::string> left, std::unique_ptr<std::string> right) {
    *left += *right;
    return left;
  };
  for_each_plan([&](const Plan& plan) {
    EXPECT_EQ(*reduce_blocks(kLetters.size(), plan, std::unique_ptr<std::string>(), make, append), kLetters) << plan;
  });
}

TEST(ReduceTest, PassesOnWhatFoldAndCombineThrow) {
  const auto bad_fold = [](std::size_t begin, std::size_t end) {
    if (begin <= 30 && 30 < end) throw std::out_of_range("item 30");
    return letters(begin, end);
  };
  const auto bad_combine = [](const std::string&, const std::string&) -> std::string {
    throw std::length_error("no two");
  };
  for (const unsigned workers : kWorkers) {
    const Plan plan{.grain = 4, .workers = workers};
    EXPECT_THROW((void)reduce_blocks(kLetters.size(), plan, std::string(), bad_fold, after), std::out_of_range);
    EXPECT_THROW((void)reduce_blocks(kLetters.size(), plan, std::string(), letters, bad_combine), std::length_error);
  }
}

TEST(ReduceTest, RefusesNoGrainAndNoWorkers) {
  EXPECT_THROW((void)reduce_blocks(4, {.grain = 0, .workers = 2}, std::string(), letters, after),
               std::invalid_argument);
  EXPECT_THROW((void)reduce_blocks(4, {.grain = 2, .workers = 0}, std::string(), letters, after),
               std::invalid_argument);
  EXPECT_THROW((void)reduce_blocks(0, {.grain = 2, .workers = 0}, std::string(), letters, after),
               std::invalid_argument);
}
