#include "published.h"

#include <gtest/gtest.h>

TEST(PublishedTest, Arrives) { EXPECT_EQ(published(), 42); }
