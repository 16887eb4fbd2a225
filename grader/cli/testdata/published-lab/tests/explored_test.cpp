#include <gtest/gtest.h>

#include <thread>

#include "lockstep/explore.h"
#include "published.h"

TEST(ExploredTest, ArrivesInEverySchedule) {
  lockstep::explore([] { EXPECT_EQ(published(), 42); });
}

TEST(ExploredTest, HasACriticalSectionInEverySchedule) {
  lockstep::explore([] {
    int entered = 0;
    const auto enter_once = [&] {
      enter();
      ++entered;
      leave();
    };
    std::thread other(enter_once);
    enter_once();
    other.join();
    EXPECT_EQ(entered, 2);
  });
}
