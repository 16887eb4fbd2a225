#include "explorer/heap/arena.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <memory>
#include <set>

namespace lockstep::explorer {
namespace {

constexpr bool kOwn = true;
constexpr bool kLibrarys = false;

/// Each test has an arena of its own.
class ArenaTest : public testing::Test {
 protected:
  void* take(std::size_t size, bool own = kOwn, std::size_t alignment = 16) {
    return arena_.allocate(size, alignment, own).memory;
  }

  Arena arena_;
};

TEST_F(ArenaTest, EachScheduleHasTheSameAddresses) {
  const std::array<void*, 3> first{take(1), take(100'000), take(24)};
  for (void* block : first) arena_.free(block);
  arena_.end_schedule(false);
  EXPECT_EQ(take(1), first[0]);
  EXPECT_EQ(take(100'000), first[1]);
  EXPECT_EQ(take(24), first[2]);
  EXPECT_EQ(arena_.moves(), 0U);
}

TEST_F(ArenaTest, BlocksDoNotOverlap) {
  std::byte* end = nullptr;
  for (std::size_t size = 0; size < 5000; size += 7) {
    auto* block = static_cast<std::byte*>(take(size));
    ASSERT_GE(block, end);
    ASSERT_GE(Arena::size(block), size);
    end = block + Arena::size(block);
    std::memset(block, 0xFF, Arena::size(block));
  }
}

TEST_F(ArenaTest, BehindABlockThereIsAGap) {
  for (std::size_t size = 0; size < 5000; size += 7) {
    auto* block = static_cast<std::byte*>(take(size));
    EXPECT_EQ(Arena::size(block), size);
    EXPECT_GE(Arena::gap_behind(block), 16U);
    EXPECT_GE(take(1), block + size + Arena::gap_behind(block));
  }
}

TEST_F(ArenaTest, HonoursAlignment) {
  for (const std::size_t alignment : {16U, 64U, 4096U, 32U}) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(take(10, kOwn, alignment)) % alignment, 0U);
  }
}

TEST_F(ArenaTest, AFreedBlockIsNotHandedOutAgainAtOnce) {
  void* freed = take(32);
  arena_.free(freed);
  for (int i = 0; i < 1000; ++i) EXPECT_NE(take(32), freed);
}

TEST_F(ArenaTest, OfManyFreedBlocksTheOldestIsHandedOutAgain) {
  void* const first = take(48);
  std::set<void*> blocks{first};
  arena_.free(first);
  void* used_again = nullptr;
  for (int i = 0; i < 100'000; ++i) {
    const auto block = arena_.allocate(48, 16, kOwn);
    ASSERT_EQ(block.used_before, !blocks.insert(block.memory).second);
    if (block.used_before && used_again == nullptr) used_again = block.memory;
    arena_.free(block.memory);
  }
  EXPECT_EQ(used_again, first);
  EXPECT_LT(blocks.size(), 20'000U);
}

TEST_F(ArenaTest, ABlockThatOutlivesItsScheduleStays) {
  void* const early = take(16);
  void* const kept = take(16, kLibrarys);
  arena_.free(early);
  arena_.end_schedule(true);
  EXPECT_EQ(arena_.moves(), 1U);
  void* const next = take(16);
  EXPECT_GT(next, kept);
  arena_.free(next);
  arena_.free(kept);
  arena_.end_schedule(true);
  EXPECT_EQ(arena_.moves(), 1U);
  EXPECT_EQ(take(16), next);
}

TEST_F(ArenaTest, WhatTheProgramItselfLeavesIsDroppedWhereItsVariablesArePutBack) {
  void* const left = take(16, kOwn);
  arena_.end_schedule(true);
  EXPECT_EQ(take(16, kOwn), left);
  arena_.end_schedule(false);
  EXPECT_GT(take(16, kOwn), left);
}

TEST_F(ArenaTest, WhatIsTooLargeIsRefused) { EXPECT_EQ(take(std::size_t{2} << 30), nullptr); }

}  // namespace
}  // namespace lockstep::explorer
