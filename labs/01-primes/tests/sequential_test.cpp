#include <gtest/gtest.h>

#include "primes.h"

TEST(SequentialTest, KnowsPrimes) {
  const std::vector<std::uint64_t> numbers{0, 1, 2, 3, 4, 5, 9, 25, 49, 97, 561, 1105, 7919};
  EXPECT_EQ(find_sequential(numbers, is_prime), (std::vector<std::uint64_t>{2, 3, 5, 97, 7919}));
}

TEST(SequentialTest, KnowsTheLargestNumbers) {
  EXPECT_FALSE(is_prime(18'446'744'073'709'551'615U));  // 2^64 - 1 = 3 * 5 * 17 * ...
  EXPECT_FALSE(is_prime(1'000'003ULL * 1'000'003ULL));
}
