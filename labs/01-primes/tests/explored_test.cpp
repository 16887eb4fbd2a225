// Three numbers and two workers, but every interleaving of the two: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <vector>

#include "lockstep/explore.h"
#include "primes.h"
#include "search_examples.h"

namespace {

constexpr std::array<std::uint64_t, 3> kNumbers{9, 11, 7};
const std::vector<std::uint64_t> kPrimes{11, 7};
constexpr unsigned kWorkers = 2;

void finds_the_primes(const search_examples::Find& find) {
  lockstep::explore([&] { EXPECT_EQ(find(kNumbers, is_prime, kWorkers), kPrimes); });
}

void passes_an_exception(const search_examples::Find& find) {
  const auto refuses_eleven = [](std::uint64_t number) {
    if (number == 11) throw std::invalid_argument("eleven");
    return is_prime(number);
  };
  lockstep::explore(
      [&] { EXPECT_THROW(static_cast<void>(find(kNumbers, refuses_eleven, kWorkers)), std::invalid_argument); });
}

}  // namespace

TEST(ExploredThreadsTest, FindThePrimesInEverySchedule) { finds_the_primes(find_with_threads); }
TEST(ExploredThreadsTest, PassAnExceptionInEverySchedule) { passes_an_exception(find_with_threads); }
TEST(ExploredFuturesTest, FindThePrimesInEverySchedule) { finds_the_primes(find_with_futures); }
TEST(ExploredFuturesTest, PassAnExceptionInEverySchedule) { passes_an_exception(find_with_futures); }
