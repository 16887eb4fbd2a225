#include "strip.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "pictures.h"

TEST(StripTest, GivesItsOwnerTheFirstTileAndOthersTheLast) {
  Strip strip(3, 8);
  EXPECT_EQ(strip.left(), 5U);
  EXPECT_EQ(strip.take(), 3U);
  EXPECT_EQ(strip.steal(), 7U);
  EXPECT_EQ(strip.steal(), 6U);
  EXPECT_EQ(strip.take(), 4U);
  EXPECT_EQ(strip.left(), 1U);
  EXPECT_EQ(strip.steal(), 5U);
  EXPECT_EQ(strip.left(), 0U);
}

TEST(StripTest, HasNothingWhenNoneIsLeft) {
  Strip empty(4, 4);
  EXPECT_EQ(empty.take(), std::nullopt);
  EXPECT_EQ(empty.steal(), std::nullopt);
  Strip strip(0, 1);
  EXPECT_EQ(strip.steal(), 0U);
  for (int again = 0; again < 3; ++again) {
    EXPECT_EQ(strip.take(), std::nullopt);
    EXPECT_EQ(strip.steal(), std::nullopt);
    EXPECT_EQ(strip.left(), 0U);
  }
}

TEST(StripTest, GivesEachTileToOneOfManyThreads) {
  constexpr std::size_t kTiles = 400;
  for (const unsigned workers : kWorkers) {
    Strip strip(0, kTiles);
    std::vector<std::atomic<int>> times(kTiles);
    {
      std::vector<std::jthread> threads;
      threads.reserve(workers);
      for (unsigned worker = 0; worker < workers; ++worker) {
        threads.emplace_back([&, worker] {
          while (const auto tile = worker == 0 ? strip.take() : strip.steal()) ++times.at(*tile);
        });
      }
    }
    EXPECT_TRUE(std::ranges::all_of(times, [](const auto& of_tile) { return of_tile == 1; })) << workers << " threads";
    EXPECT_EQ(strip.left(), 0U);
  }
}
