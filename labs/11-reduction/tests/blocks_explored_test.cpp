// Few blocks and two workers, but every interleaving of the workers: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

#include "blocks.h"
#include "lockstep/explore.h"
#include "meeting.h"

namespace {

constexpr Plan kTwoWorkers{.grain = 1, .workers = 2};

}  // namespace

TEST(ExploredBlocksTest, CallTheBodyOnceForEach) {
  lockstep::explore([] {
    std::array<int, 3> times{};  // read without synchronisation when the call has returned
    for_each_block(3, kTwoWorkers, [&](const Block& block) { ++times.at(block.begin); });
    EXPECT_EQ(times, (std::array{1, 1, 1}));
  });
}

TEST(ExploredBlocksTest, LeaveAWorkersValueToItAlone) {
  lockstep::explore([] {
    std::array<int, 3> blocks{};  // written without synchronisation, by the worker with this number alone
    for_each_block(3, {.grain = 1, .workers = 3}, [&](const Block& block) { ++blocks.at(block.worker); });
    EXPECT_EQ(blocks[0] + blocks[1] + blocks[2], 3);
  });
}

TEST(ExploredBlocksTest, AreWorkedOnAtTheSameTime) {
  lockstep::explore([] {
    Meeting both_inside(2);
    for_each_block(2, kTwoWorkers, [&](const Block&) { both_inside.come(); });
    EXPECT_TRUE(both_inside.took_place())
        << "while one of the two blocks was worked on, no worker took the other one, although nothing else was left to "
        << "be done. Does a worker hold a lock, or does one end before the next one begins?";
  });
}

TEST(ExploredBlocksTest, PassOnOneOfTwoExceptions) {
  lockstep::explore([] {
    const auto throws = [](const Block& block) {
      if (block.index == 0) throw std::out_of_range("the first block");
      throw std::length_error("the second block");
    };
    try {
      for_each_block(2, kTwoWorkers, throws);
      ADD_FAILURE() << "both bodies throw, and nothing came of it";
    } catch (const std::out_of_range&) {
    } catch (const std::length_error&) {
    }
  });
}
