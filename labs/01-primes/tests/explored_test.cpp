// Three numbers and two workers, but every interleaving of the two: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <array>
#include <span>
#include <stdexcept>
#include <vector>

#include "counted_tests.h"
#include "lockstep/explore.h"
#include "primes.h"
#include "search_examples.h"

namespace {

constexpr std::array<std::uint64_t, 4> kInMemory{9, 11, 7, 13};
constexpr std::span<const std::uint64_t> kNumbers(kInMemory.data(), 3);  // what lies behind them is not to be tested
const std::vector<std::uint64_t> kPrimes{11, 7};
constexpr unsigned kWorkers = 2;

void finds_the_primes(const search_examples::Find& find) {
  lockstep::explore([&] {
    CountedTests tests(kNumbers);
    const auto counted_is_prime = [&](std::uint64_t number) {
      tests.count(number);
      return is_prime(number);
    };
    EXPECT_EQ(find(kNumbers, counted_is_prime, kWorkers), kPrimes);
    tests.expect_each_once();
  });
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
