// Two threads and two steps each, but every interleaving: the explorer runs the body schedule by schedule.

#include <gtest/gtest.h>

#include "counter.h"
#include "lockstep/explore.h"

namespace {

TEST(ExploredCounterTest, CountsInEverySchedule) {
  lockstep::explore([] { EXPECT_EQ(count_together(2, 2), 4); });
}

}  // namespace
