#include "published.h"

#include <gtest/gtest.h>

TEST(PublishedTest, Arrives) {
  EXPECT_EQ(published(), 42);
  EXPECT_EQ(also_published(), 7);
}
