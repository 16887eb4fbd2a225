#include "published.h"

#include <gtest/gtest.h>

#include <thread>

TEST(PublishedTest, Arrives) {
  EXPECT_EQ(published(), 42);
  EXPECT_EQ(also_published(), 7);
}

TEST(PublishedTest, HasACriticalSection) {
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
}
