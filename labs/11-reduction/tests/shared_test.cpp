#include "shared.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <thread>
#include <vector>

#include "cache_lines.h"
#include "per_worker.h"
#include "plans.h"

namespace {

/// Each thread calls the body with its number.
template <class ThreadBody>
void on_threads(unsigned threads, const ThreadBody& body) {
  std::vector<std::jthread> running;
  running.reserve(threads);
  for (unsigned thread = 0; thread < threads; ++thread) running.emplace_back([&body, thread] { body(thread); });
}

}  // namespace

TEST(PerWorkerTest, HoldsAValueForEachWorker) {
  for (const unsigned workers : kWorkers) {
    PerWorker<int> values(workers, 7);
    EXPECT_EQ(values.size(), workers);
    for (unsigned worker = 0; worker < workers; ++worker) {
      EXPECT_EQ(values[worker], 7);
      values[worker] = static_cast<int>(worker);
    }
    const PerWorker<int>& seen = values;
    for (unsigned worker = 0; worker < workers; ++worker) EXPECT_EQ(seen[worker], static_cast<int>(worker));
  }

  const std::vector<int> first{1, 2, 3};
  PerWorker<std::vector<int>> lists(3, first);
  lists[1].push_back(4);  // of this worker alone
  EXPECT_EQ(lists[0], first);
  EXPECT_EQ(lists[2], first);
  EXPECT_EQ(lists[1], (std::vector<int>{1, 2, 3, 4}));
  EXPECT_EQ(PerWorker<std::uint64_t>(2)[1], 0U);
}

TEST(PerWorkerTest, HasNoTwoValuesInOneCacheLine) {
  expect_lines_of_their_own<Sized<1>>();
  expect_lines_of_their_own<Sized<8>>();
  expect_lines_of_their_own<Sized<64>>();
  expect_lines_of_their_own<Sized<72>>();
  expect_lines_of_their_own<Sized<200>>();
}

TEST(SharedMinimumTest, IsTheLeastThatWasOffered) {
  SharedMinimum minimum;
  EXPECT_TRUE(minimum.offer(7));
  EXPECT_EQ(minimum.get(), 7);
  EXPECT_FALSE(minimum.offer(8));
  EXPECT_FALSE(minimum.offer(7));
  EXPECT_EQ(minimum.get(), 7);
  EXPECT_TRUE(minimum.offer(-3'000'000'000));
  EXPECT_EQ(minimum.get(), -3'000'000'000);

  constexpr std::int64_t kLargest64 = std::numeric_limits<std::int64_t>::max();
  SharedMinimum unused;
  EXPECT_EQ(unused.get(), kLargest64);
  EXPECT_FALSE(unused.offer(kLargest64));
  EXPECT_TRUE(unused.offer(kLargest64 - 1));
}

TEST(SharedMinimumTest, IsRightForManyThreads) {
  for (const unsigned threads : kWorkers) {
    SharedMinimum minimum;
    on_threads(threads, [&](unsigned thread) {
      for (std::int64_t i = 1000; i > 0; --i) minimum.offer(i * 20 + thread);
    });
    EXPECT_EQ(minimum.get(), 20) << threads << " threads";
  }
}

TEST(SharedHistogramTest, CountsInEachBin) {
  SharedHistogram histogram(3);
  EXPECT_EQ(histogram.bins(), 3U);
  EXPECT_EQ(histogram.count(1), 0U);
  EXPECT_EQ(histogram.add(1), 1U);
  EXPECT_EQ(histogram.add(1), 2U);
  EXPECT_EQ(histogram.add(2), 1U);
  EXPECT_EQ(histogram.count(0), 0U);
  EXPECT_EQ(histogram.count(1), 2U);
  EXPECT_EQ(histogram.count(2), 1U);

  EXPECT_THROW((void)histogram.add(3), std::out_of_range);
  EXPECT_THROW((void)histogram.count(3), std::out_of_range);
  EXPECT_THROW((void)SharedHistogram(0).add(0), std::out_of_range);
}

TEST(SharedHistogramTest, LosesNoCountOfManyThreads) {
  for (const unsigned threads : kWorkers) {
    SharedHistogram histogram(2);
    on_threads(threads, [&](unsigned) {
      for (int i = 0; i < 1000; ++i) (void)histogram.add(i % 4 == 0 ? 0 : 1);
    });
    EXPECT_EQ(histogram.count(0), 250 * threads);
    EXPECT_EQ(histogram.count(1), 750 * threads);
  }
}
