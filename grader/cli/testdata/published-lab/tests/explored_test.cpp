#include <gtest/gtest.h>

#include "lockstep/explore.h"
#include "published.h"

TEST(ExploredTest, ArrivesInEverySchedule) {
  lockstep::explore([] { EXPECT_EQ(published(), 42); });
}
