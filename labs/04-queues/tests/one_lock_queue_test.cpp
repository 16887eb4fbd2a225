#include "one_lock_queue.h"

#include <gtest/gtest.h>

TEST(OneLockQueueTest, GivesFirstWhatCameFirst) {
  OneLockQueue<int> queue;
  EXPECT_EQ(queue.try_pop(), std::nullopt);
  queue.push(1);
  queue.push(2);
  EXPECT_EQ(queue.try_pop(), 1);
  EXPECT_EQ(queue.try_pop(), 2);
  EXPECT_EQ(queue.try_pop(), std::nullopt);
}
