#include "scan.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "affine.h"
#include "plans.h"

namespace {

std::vector<std::string> single_letters(std::size_t size) {
  std::vector<std::string> values(size);
  for (std::size_t i = 0; i < size; ++i) values[i] = std::string(1, static_cast<char>('a' + i % 26));
  return values;
}

/// What a scan must give, one value after the other.
std::vector<std::string> prefixes(const std::vector<std::string>& values, bool inclusive) {
  std::vector<std::string> result;
  result.reserve(values.size());
  std::string all;
  for (const std::string& value : values) {
    result.push_back(inclusive ? all + value : all);
    all += value;
  }
  return result;
}

std::vector<Affine> maps(std::size_t size) {
  std::vector<Affine> values;
  values.reserve(size);
  for (std::size_t i = 0; i < size; ++i) values.push_back(Affine::number(i));
  return values;
}

std::string joined(const std::string& left, const std::string& right) { return left + right; }

}  // namespace

TEST(ScanTest, InclusiveGivesAllUpToEachValue) {
  for (const std::size_t size : {2U, 9U, 40U}) {
    const auto expected = prefixes(single_letters(size), true);
    for_each_plan([&](const Plan& plan) {
      auto values = single_letters(size);
      scan_inclusive(std::span(values), plan, joined);
      EXPECT_EQ(values, expected) << plan;
    });
  }
}

TEST(ScanTest, ExclusiveGivesAllBeforeEachValue) {
  for (const std::size_t size : {2U, 9U, 40U}) {
    const auto expected = prefixes(single_letters(size), false);
    for_each_plan([&](const Plan& plan) {
      auto values = single_letters(size);
      scan_exclusive(std::span(values), plan, "", joined);
      EXPECT_EQ(values, expected) << plan;
    });
  }
}

TEST(ScanTest, TakesAnyAssociativeOperation) {
  for_each_plan([](const Plan& plan) {
    auto values = maps(120);
    scan_inclusive(std::span(values), plan, then);
    for (std::size_t i = 0; i < values.size(); ++i) ASSERT_EQ(values[i], all_of(0, i + 1)) << plan << ", value " << i;

    values = maps(120);
    scan_exclusive(std::span(values), plan, Affine::identity(), then);
    ASSERT_EQ(values[0], Affine::identity());
    for (std::size_t i = 1; i < values.size(); ++i) ASSERT_EQ(values[i], all_of(0, i)) << plan << ", value " << i;
  });
}

TEST(ScanTest, TakesNoValueAndOneValue) {
  for (const unsigned workers : kWorkers) {
    const Plan plan{.grain = 2, .workers = workers};
    std::vector<std::string> values;
    scan_inclusive(std::span(values), plan, joined);
    scan_exclusive(std::span(values), plan, "identity", joined);
    EXPECT_TRUE(values.empty());

    values = {"a"};
    scan_inclusive(std::span(values), plan, joined);
    EXPECT_EQ(values.front(), "a");
    scan_exclusive(std::span(values), plan, "identity", joined);
    EXPECT_EQ(values.front(), "identity");
  }
}

TEST(ScanTest, CombinesAtMostTwiceForEachItemAndBlock) {
  for (const std::size_t grain : {1U, 4U, 16U, 64U, 1000U}) {
    std::atomic<std::size_t> combined = 0;
    const auto add = [&](int left, int right) {
      ++combined;
      return left + right;
    };
    const Plan plan{.grain = grain, .workers = 3};
    std::vector<int> values(256, 1);
    const std::size_t most = 2 * (values.size() + count_blocks(values.size(), grain));
    scan_inclusive(std::span(values), plan, add);
    EXPECT_LE(combined, most) << "inclusive, " << plan;
    combined = 0;
    scan_exclusive(std::span(values), plan, 0, add);
    EXPECT_LE(combined, most) << "exclusive, " << plan;
  }
}

TEST(ScanTest, PassesOnWhatCombineThrows) {
  const auto bad = [](const std::string& left, const std::string& right) {
    if (right.find('h') != std::string::npos) throw std::out_of_range("no h");
    return left + right;
  };
  for_each_plan([&](const Plan& plan) {
    auto values = single_letters(20);
    EXPECT_THROW(scan_inclusive(std::span(values), plan, bad), std::out_of_range) << plan;
    values = single_letters(20);
    EXPECT_THROW(scan_exclusive(std::span(values), plan, "", bad), std::out_of_range) << plan;
  });

  std::vector<int> values(4, 1);
  const std::span<int> all(values);
  EXPECT_THROW(scan_inclusive(all, {.grain = 0, .workers = 2}, std::plus<>()), std::invalid_argument);
  EXPECT_THROW(scan_inclusive(all, {.grain = 2, .workers = 0}, std::plus<>()), std::invalid_argument);
  EXPECT_THROW(scan_exclusive(all, {.grain = 0, .workers = 2}, 0, std::plus<>()), std::invalid_argument);
  EXPECT_THROW(scan_exclusive(all, {.grain = 2, .workers = 0}, 0, std::plus<>()), std::invalid_argument);
  EXPECT_EQ(values, std::vector<int>(4, 1));
}
