// Parts 1 and 2 on random inputs, each compared with what a plain loop gives. The same inputs in each run.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <iterator>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include "primes.h"

namespace {

using Draws = std::vector<std::uint64_t>;
using AnySearch = std::function<Draws(std::span<const std::uint64_t>, const Predicate&, unsigned workers)>;

const std::array<std::pair<const char*, AnySearch>, 2> kAllSearches{
    {{"find_with_threads", find_with_threads}, {"find_with_futures", find_with_futures}}};

/// A number is its own index, shifted, with random bits below: the low bit says whether it is wanted, the others
/// whether its test gives way to other threads.
Draws draws(std::mt19937& random, std::size_t size) {
  Draws numbers(size);
  for (std::size_t i = 0; i < size; ++i) numbers[i] = i << 3U | random() % 8;
  return numbers;
}

bool low_bit(std::uint64_t n) { return (n & 1U) != 0; }

Draws with_low_bit(const Draws& numbers) {
  Draws wanted;
  std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(wanted), low_bit);
  return wanted;
}

struct Thrown {
  std::size_t call = 0;
};

}  // namespace

TEST(HiddenWorkerCountTest, IsTheLeastOfWhatIsWantedAndWhatThereIs) {
  for (unsigned requested = 0; requested < 14; ++requested) {
    for (unsigned hardware = 0; hardware < 6; ++hardware) {
      for (std::size_t numbers = 0; numbers < 14; ++numbers) {
        unsigned expected = requested;
        if (expected == 0) expected = hardware;
        if (expected == 0) expected = 1;
        while (expected > numbers) --expected;
        ASSERT_EQ(worker_count(requested, hardware, numbers), expected)
            << requested << " requested, " << hardware << " in the hardware, " << numbers << " numbers";
      }
    }
  }
}

TEST(HiddenRandomSearchTest, FindsWhatALoopFinds) {
  std::mt19937 random(101);
  for (std::size_t round = 0; round < 24; ++round) {
    const Draws numbers = draws(random, round < 10 ? round : random() % 300);
    const auto more_than_numbers = static_cast<unsigned>(std::min<std::size_t>(numbers.size(), 20) + 3);
    for (const unsigned workers : {1U, 2U, 3U, 7U, 13U, more_than_numbers}) {
      const auto& [name, find] = kAllSearches[random() % 2];
      std::vector<std::atomic<int>> calls(numbers.size());
      const Predicate uneven = [&](std::uint64_t n) {
        ++calls.at(n >> 3U);
        if ((n >> 1U & 3U) == 0) std::this_thread::yield();  // tests differ in cost
        return low_bit(n);
      };
      ASSERT_EQ(find(numbers, uneven, workers), with_low_bit(numbers)) << name << ", " << workers << " workers";
      for (const auto& count : calls) ASSERT_EQ(count, 1) << name << ", " << workers << " workers";
    }
  }
}

TEST(HiddenRandomSearchTest, PassesTheExceptionOfAnyCall) {
  std::mt19937 random(102);
  for (std::size_t size = 1; size <= 5; ++size) {
    const Draws numbers = draws(random, size);
    for (std::size_t throwing = 1; throwing <= size; ++throwing) {
      for (const unsigned workers : {1U, 2U, 3U, 7U}) {
        for (const auto& [name, find] : kAllSearches) {
          std::atomic<std::size_t> begun = 0;
          std::atomic<std::size_t> ended = 0;
          const Predicate throws_once = [&](std::uint64_t n) {
            const std::size_t call = ++begun;
            std::this_thread::yield();
            ++ended;
            if (call == throwing) throw Thrown{call};
            return low_bit(n);
          };
          try {
            (void)find(numbers, throws_once, workers);
            FAIL() << name << ", " << workers << " workers: the exception of call " << throwing << " was lost";
          } catch (const Thrown& thrown) {
            ASSERT_EQ(thrown.call, throwing) << name;
          }
          ASSERT_EQ(begun, ended) << name << " has returned, and a worker still tests a number";
          ASSERT_LE(begun, size) << name << " tested a number twice";
        }
      }
    }
  }
}
