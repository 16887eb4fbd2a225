// All parts, with other numbers of workers, in every schedule.

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <latch>
#include <random>
#include <span>
#include <stdexcept>
#include <thread>
#include <vector>

#include "counted_tests.h"
#include "iteration.h"
#include "lockstep/explore.h"
#include "primes.h"

namespace {

using Numbers = std::vector<std::uint64_t>;
using Find = std::function<Numbers(std::span<const std::uint64_t>, const Predicate&, unsigned workers)>;

bool is_odd(std::uint64_t n) { return n % 2 == 1; }

void three_workers_find_all(const Find& find) {
  static constexpr std::array<std::uint64_t, 5> kInMemory{5, 3, 4, 7, 9};
  constexpr std::span<const std::uint64_t> kNumbers(kInMemory.data(), 4);
  lockstep::explore([&] {
    CountedTests tests(kNumbers);
    const auto counted_is_odd = [&](std::uint64_t number) {
      tests.count(number);
      return is_odd(number);
    };
    EXPECT_EQ(find(kNumbers, counted_is_odd, 3), (Numbers{5, 3, 7}));
    tests.expect_each_once();
  });
}

/// The first `size` threads wait for each other; later ones pass without waiting.
class Meeting {
 public:
  explicit Meeting(int size) : size_(size), all_inside_(size) {}

  void come() {
    if (come_.fetch_add(1) < size_) all_inside_.arrive_and_wait();
  }

 private:
  int size_;
  std::latch all_inside_;
  std::atomic<int> come_ = 0;
};

void three_numbers_are_tested_at_once(const Find& find) {
  constexpr std::array<std::uint64_t, 6> kNumbers{6, 5, 4, 3, 2, 1};  // enough for workers that take two at a time
  lockstep::explore([&] {
    Meeting meeting(3);
    const Predicate meets_others = [&](std::uint64_t n) {
      meeting.come();
      return is_odd(n);
    };
    EXPECT_EQ(find(kNumbers, meets_others, 3), (Numbers{5, 3, 1}));
  });
}

void two_throw_at_once(const Find& find) {
  constexpr std::array<std::uint64_t, 4> kNumbers{1, 2, 3, 4};
  lockstep::explore([&] {
    Meeting meeting(2);
    const Predicate refuses = [&](std::uint64_t) -> bool {
      meeting.come();
      throw std::length_error("too long");
    };
    EXPECT_THROW(static_cast<void>(find(kNumbers, refuses, 2)), std::length_error);
  });
}

void two_search_at_once(const Find& find) {
  constexpr std::array<std::uint64_t, 2> kNumbers{7, 9};
  constexpr std::array<std::uint64_t, 2> kOthers{1, 4};
  lockstep::explore([&] {
    const std::jthread other([&] { EXPECT_EQ(find(kOthers, is_odd, 1), Numbers{1}); });
    EXPECT_EQ(find(kNumbers, is_odd, 2), (Numbers{7, 9}));
  });
}

/// In the explorer's time, which passes only when all threads wait: a number is the milliseconds that its test takes.
void share_uneven_numbers([[maybe_unused]] const Find& find) {
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
  using namespace std::chrono_literals;
  using Milliseconds = std::chrono::duration<double, std::milli>;
  constexpr double kMostExpensive = 14;
  std::mt19937 random(104);
  Numbers numbers;
  double all = 0;
  for (int i = 0; i < 60; ++i) {
    numbers.push_back(1 + random() % 4 + (i < 50 ? 0 : 10));  // what takes long comes last
    all += static_cast<double>(numbers.back());
  }
  lockstep::explore([&] {
    for (const unsigned workers : {2U, 3U}) {
      const auto begin = std::chrono::steady_clock::now();
      const auto takes_a_while = [](std::uint64_t n) {
        std::this_thread::sleep_for(1ms * n);
        return true;
      };
      EXPECT_EQ(find(numbers, takes_a_while, workers), numbers);
      const double time_ms = Milliseconds(std::chrono::steady_clock::now() - begin).count();
      EXPECT_LE(time_ms, all / workers + 2 * kMostExpensive)  // portions of two numbers are small enough
          << workers << " workers: one was idle while others had numbers that they had not begun";
      EXPECT_GE(time_ms, all / workers) << workers << " workers: more threads than these tested numbers";
    }
  });
#endif
}

}  // namespace

TEST(HiddenExploredThreadsTest, ThreeWorkersFindAll) { three_workers_find_all(find_with_threads); }
TEST(HiddenExploredThreadsTest, ThreeNumbersAreTestedAtOnce) { three_numbers_are_tested_at_once(find_with_threads); }
TEST(HiddenExploredThreadsTest, TwoThrowAtOnce) { two_throw_at_once(find_with_threads); }
TEST(HiddenExploredThreadsTest, TwoSearchAtOnce) { two_search_at_once(find_with_threads); }
TEST(HiddenExploredThreadsTest, ShareUnevenNumbers) { share_uneven_numbers(find_with_threads); }
TEST(HiddenExploredFuturesTest, ThreeWorkersFindAll) { three_workers_find_all(find_with_futures); }
TEST(HiddenExploredFuturesTest, ThreeNumbersAreTestedAtOnce) { three_numbers_are_tested_at_once(find_with_futures); }
TEST(HiddenExploredFuturesTest, TwoThrowAtOnce) { two_throw_at_once(find_with_futures); }
TEST(HiddenExploredFuturesTest, TwoSearchAtOnce) { two_search_at_once(find_with_futures); }
TEST(HiddenExploredFuturesTest, ShareUnevenNumbers) { share_uneven_numbers(find_with_futures); }

TEST(HiddenExploredIterationTest, JoinsTheThreadOfEachStep) {
  lockstep::explore([] { EXPECT_EQ(iterate_on_threads(3, 3), 1'807U); });
}
