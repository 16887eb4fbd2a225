#include "tiny.h"

#include <gtest/gtest.h>

TEST(TinyTest, Counts) { EXPECT_EQ(next(1), 2); }

TEST(TinyTest, Answers) { EXPECT_EQ(answer(), 42); }
