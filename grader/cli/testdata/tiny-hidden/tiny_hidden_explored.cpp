#include <gtest/gtest.h>

#include "lockstep/explore.h"
#include "tiny.h"

TEST(HiddenExploredTest, Answers) {
  lockstep::explore([] { EXPECT_EQ(answer(), 42); });
}
