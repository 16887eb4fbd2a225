#include <gtest/gtest.h>

#include "blocks.h"
#include "lockstep/explore.h"
#include "reduce.h"
#include "virtual_time.h"

namespace {

using namespace std::chrono_literals;

}  // namespace

class HiddenCoresTest : public InVirtualTime {};

TEST_F(HiddenCoresTest, ExpensiveBlocksFirst) {
  // 4 blocks of 10 ms and 12 of 1 ms: a worker that takes several of the first ones at once is busy for long.
  lockstep::explore([] {
    const long time = milliseconds_of([] {
      for_each_block(160, {.grain = 10, .workers = 2},
                     [](const Block& block) { work_for(block.index < 4 ? 10ms : 1ms); });
    });
    EXPECT_LE(time, 31) << "one worker was idle while there were blocks that no worker had taken";
  });
}

TEST_F(HiddenCoresTest, ShareThePairsOfATree) {
  // 16 folds and 15 combinations of 1 ms, on 4 cores: no order in which no core is idle without need takes more than
  // 31 / 4 + 5 * 3 / 4 ms, as there are 5 steps one after the other (Graham, "Bounds for certain multiprocessing
  // anomalies", 1966).
  lockstep::explore([] {
    const auto fold = [](std::size_t begin, std::size_t end) {
      work_for(1ms);
      return end - begin;
    };
    const auto combine = [](std::size_t left, std::size_t right) {
      work_for(1ms);
      return left + right;
    };
    const long time = milliseconds_of(
        [&] { EXPECT_EQ(reduce_tree(16, {.grain = 1, .workers = 4}, std::size_t{0}, fold, combine), 16U); });
    EXPECT_LE(time, 11) << "some worker combined nothing while there were pairs";
  });
}
