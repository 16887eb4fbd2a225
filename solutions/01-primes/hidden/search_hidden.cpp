// Parts 1 and 2 once more, with other numbers, predicates and exceptions.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "primes.h"

namespace {

using Numbers = std::vector<std::uint64_t>;
using Find = std::function<Numbers(std::span<const std::uint64_t>, const Predicate&, unsigned workers)>;

constexpr unsigned kWorkerCounts[] = {1, 2, 6, 17, 40};

/// Both searches, each under the name that failures show.
const std::array<std::pair<const char*, Find>, 2> kSearches{
    {{"find_with_threads", find_with_threads}, {"find_with_futures", find_with_futures}}};

}  // namespace

TEST(HiddenWorkerCountTest, CountsMoreNumbersThanAnUnsignedHolds) {
  constexpr std::size_t kManyNumbers = std::size_t{1} << 33;
  EXPECT_EQ(worker_count(5, 8, kManyNumbers), 5U);
  EXPECT_EQ(worker_count(0, 8, kManyNumbers), 8U);
  EXPECT_EQ(worker_count(std::numeric_limits<unsigned>::max(), 8, kManyNumbers), std::numeric_limits<unsigned>::max());
}

TEST(HiddenSearchTest, KeepsAnyOrderWithAnyPredicate) {
  Numbers numbers;
  for (std::uint64_t n = 0; n < 300; ++n) numbers.push_back(n * n % 101);
  std::shuffle(numbers.begin(), numbers.end(), std::mt19937(7));
  const Predicate wanted = [](std::uint64_t n) { return n % 4 == 1 || n > 90; };
  for (const auto& [name, find] : kSearches) {
    for (const unsigned workers : kWorkerCounts) {
      EXPECT_EQ(find(numbers, wanted, workers), find_sequential(numbers, wanted)) << name << ", " << workers;
    }
  }
}

TEST(HiddenSearchTest, TakesNoNumberForASign) {
  const Numbers numbers{0, std::numeric_limits<std::uint64_t>::max(), 1, 0, std::uint64_t{1} << 63};
  const Predicate all = [](std::uint64_t) { return true; };
  for (const auto& [name, find] : kSearches) EXPECT_EQ(find(numbers, all, 2), numbers) << name;
}

TEST(HiddenSearchTest, SearchesInsideASearch) {
  const Numbers numbers{9, 15, 17, 21, 25, 31};
  for (const auto& [name, find] : kSearches) {
    const Predicate has_no_divisor = [&find = find](std::uint64_t n) {
      Numbers smaller;
      for (std::uint64_t m = 2; m < n; ++m) smaller.push_back(m);
      return find(
                 smaller, [n](std::uint64_t m) { return n % m == 0; }, 2)
          .empty();
    };
    for (const unsigned workers : {1U, 3U}) {
      EXPECT_EQ(find(numbers, has_no_divisor, workers), (Numbers{17, 31})) << name << ", " << workers;
    }
  }
}

TEST(HiddenSearchTest, PassesWhatIsNoStandardException) {
  const Numbers numbers{10, 11, 12, 13, 14, 15};
  const Predicate odd = [](std::uint64_t n) -> bool {
    if (n == 14) throw static_cast<int>(n);
    return true;
  };
  for (const auto& [name, find] : kSearches) {
    for (const unsigned workers : kWorkerCounts) {
      EXPECT_THROW((void)find(numbers, odd, workers), int) << name << ", " << workers;
    }
  }
}

TEST(HiddenSearchTest, PassesTheFirstOfSeveralExceptions) {
  const Numbers numbers{1, 2, 3, 4, 5, 6};
  const Predicate refuses_even = [](std::uint64_t n) -> bool {
    if (n % 2 == 0) throw std::domain_error(std::to_string(n));
    return true;
  };
  for (const auto& [name, find] : kSearches) {
    try {
      (void)find(numbers, refuses_even, 1);
      ADD_FAILURE() << name << " lost every exception";
    } catch (const std::domain_error& error) {
      EXPECT_STREQ(error.what(), "2") << name << ": one worker meets 2 first";
    }
  }
}
