#include "blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "plans.h"

namespace {

constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();

constexpr std::size_t kItems = 500;

using Range = std::pair<std::size_t, std::size_t>;

}  // namespace

TEST(BlocksTest, AreCounted) {
  EXPECT_EQ(count_blocks(0, 4), 0U);
  EXPECT_EQ(count_blocks(1, 4), 1U);
  EXPECT_EQ(count_blocks(4, 4), 1U);
  EXPECT_EQ(count_blocks(5, 4), 2U);
  EXPECT_EQ(count_blocks(12, 5), 3U);
  EXPECT_EQ(count_blocks(7, 1), 7U);

  EXPECT_EQ(count_blocks(5, kMost), 1U);
  EXPECT_EQ(count_blocks(kMost, kMost), 1U);
  EXPECT_EQ(count_blocks(kMost, 2), kMost / 2 + 1);
}

TEST(BlocksTest, AreTakenInTheirOrder) {
  std::vector<Range> blocks;
  for_each_block(10, {.grain = 4, .workers = 1}, [&](const Block& block) {
    EXPECT_EQ(block.index, blocks.size());
    EXPECT_EQ(block.worker, 0U);
    blocks.emplace_back(block.begin, block.end);
  });
  EXPECT_EQ(blocks, (std::vector<Range>{{0, 4}, {4, 8}, {8, 10}}));
}

TEST(BlocksTest, AreEachGivenToTheBodyOnce) {
  for_each_plan([](const Plan& plan) {
    std::vector<std::atomic<int>> times(kItems);
    for_each_block(kItems, plan, [&](const Block& block) {
      EXPECT_EQ(block.begin, block.index * plan.grain) << plan;
      ASSERT_LE(block.end, kItems) << plan;
      ASSERT_LT(block.begin, block.end) << plan;
      EXPECT_TRUE(block.end - block.begin == plan.grain || block.end == kItems) << plan;
      for (std::size_t item = block.begin; item < block.end; ++item) ++times[item];
    });
    EXPECT_TRUE(std::ranges::all_of(times, [](const auto& of_item) { return of_item == 1; })) << plan;
  });

  for (const unsigned workers : kWorkers) {
    for_each_block(0, {.grain = 4, .workers = workers}, [](const Block&) { ADD_FAILURE() << "there is no block"; });
  }
}

TEST(BlocksTest, AreWorkedOnByNoMoreWorkersThanThereMayBe) {
  for (const unsigned workers : kWorkers) {
    std::array<std::atomic<bool>, 13> busy{};
    std::array<int, 13> blocks{};  // without synchronisation: the worker's number keeps others away
    for_each_block(120, {.grain = 3, .workers = workers}, [&](const Block& block) {
      ASSERT_LT(block.worker, workers);
      EXPECT_FALSE(busy[block.worker].exchange(true)) << "two calls with the number " << block.worker;
      ++blocks[block.worker];
      std::this_thread::yield();
      busy[block.worker] = false;
    });
    int all = 0;
    for (const int of_worker : blocks) all += of_worker;
    EXPECT_EQ(all, 40) << workers << " workers";
  }
}

TEST(BlocksTest, OfWhichThereAreFewStartFewThreads) {
  // More threads than this process may have: code that starts one for each worker fails.
  std::atomic<int> blocks = 0;
  for_each_block(3, {.grain = 1, .workers = 10'000}, [&](const Block&) { ++blocks; });
  EXPECT_EQ(blocks, 3);
}

TEST(BlocksTest, OfNoItemsOrByNoWorkersAreRefused) {
  const auto never = [](const Block&) { ADD_FAILURE() << "it must not be called"; };
  EXPECT_THROW((void)count_blocks(4, 0), std::invalid_argument);
  EXPECT_THROW(for_each_block(4, {.grain = 0, .workers = 2}, never), std::invalid_argument);
  EXPECT_THROW(for_each_block(4, {.grain = 2, .workers = 0}, never), std::invalid_argument);
  EXPECT_THROW(for_each_block(0, {.grain = 2, .workers = 0}, never), std::invalid_argument);
}

TEST(BlocksErrorsTest, ReachTheCallerWhateverTheyAre) {
  for (const unsigned workers : kWorkers) {
    const Plan plan{.grain = 2, .workers = workers};
    EXPECT_THROW(for_each_block(40, plan,
                                [](const Block& block) {
                                  if (block.index == 7) throw std::out_of_range("block 7");
                                }),
                 std::out_of_range);
    EXPECT_THROW(for_each_block(40, plan,
                                [](const Block& block) {
                                  if (block.index == 19) throw 42;  // NOLINT(hicpp-exception-baseclass): the point
                                }),
                 int);
    EXPECT_THROW(for_each_block(40, plan, [](const Block&) { throw std::length_error("each block"); }),
                 std::length_error);
  }
}

TEST(BlocksErrorsTest, KeepOtherBlocksFromBeginning) {
  std::vector<std::size_t> begun;
  EXPECT_THROW(for_each_block(10, {.grain = 1, .workers = 1},
                              [&](const Block& block) {
                                begun.push_back(block.index);
                                if (block.index == 2) throw std::out_of_range("block 2");
                              }),
               std::out_of_range);
  EXPECT_EQ(begun, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(BlocksErrorsTest, LeaveNoThreadBehind) {
  for (const unsigned workers : kWorkers) {
    std::atomic<int> running = 0;
    const auto body = [&](const Block& block) {
      if (block.index == 0) {
        // Gives another body the time to begin. Where none does, there is none to be left behind.
        for (int i = 0; i < 1000 && workers > 1 && running == 0; ++i) std::this_thread::yield();
        throw std::out_of_range("block 0");
      }
      ++running;
      for (int i = 0; i < 200; ++i) std::this_thread::yield();
      --running;
    };
    EXPECT_THROW(for_each_block(40, {.grain = 1, .workers = workers}, body), std::out_of_range);
    EXPECT_EQ(running, 0) << workers << " workers";
  }
}
