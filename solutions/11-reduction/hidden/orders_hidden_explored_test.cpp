// Few values and two workers, but every interleaving of the workers.

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <stdexcept>

#include "blocks.h"
#include "lockstep/explore.h"
#include "scan.h"
#include "sums.h"

TEST(HiddenExploredBlocksTest, ACallWithinACallHasItsOwnExceptions) {
  lockstep::explore([] {
    std::array<int, 2> caught{};  // each written by the worker that has this block
    EXPECT_NO_THROW(for_each_block(2, {.grain = 1, .workers = 2}, [&](const Block& block) {
      try {
        for_each_block(1, {.grain = 1, .workers = 1}, [](const Block&) { throw std::out_of_range("the inner one"); });
      } catch (const std::out_of_range&) {
        ++caught.at(block.index);
      }
    })) << "the outer call passed on what an inner one had thrown";
    EXPECT_EQ(caught, (std::array{1, 1})) << "an inner call did not pass on what its body had thrown";
  });
}

TEST(HiddenExploredBlocksTest, OneBlockOfManyItemsStartsOneThread) {
  lockstep::explore([] {
    // More threads than the explorer can follow, where a thread counts until it is joined: code that starts one for
    // each worker, or for each item, fails.
    int blocks = 0;
    EXPECT_NO_THROW(for_each_block(10'000, {.grain = 10'000, .workers = 10'000}, [&](const Block&) { ++blocks; }));
    EXPECT_EQ(blocks, 1);
  });
}

TEST(HiddenExploredMinimumTest, IsTheFirstOfEqualsWhicheverWorkerHasIt) {
  lockstep::explore([] {
    constexpr std::array<std::int32_t, 3> kEquals{5, 5, 5};
    EXPECT_EQ(minimum(kEquals, {.grain = 1, .workers = 2}), (Minimum{5, 0}));
  });
}

TEST(HiddenExploredScanTest, KeepsTruthValuesApart) {
  lockstep::explore([] {
    std::array<bool, 3> values{true, false, false};
    const auto differ = [](bool left, bool right) { return left != right; };
    scan_inclusive(std::span<bool>(values), {.grain = 1, .workers = 2}, differ);
    EXPECT_EQ(values, (std::array{true, true, true}));
  });
}
