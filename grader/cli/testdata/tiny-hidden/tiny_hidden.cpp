#include <gtest/gtest.h>

#include "tiny.h"

void tiny_hidden_helper() {}

TEST(HiddenTinyTest, CountsFurther) { EXPECT_EQ(next(998), 999) << "not the number of the lab's own test"; }
