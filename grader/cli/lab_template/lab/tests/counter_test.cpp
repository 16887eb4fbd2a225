#include "counter.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

TEST(CounterTest, CountsOnOneThread) { EXPECT_EQ(count_together(1, 3), 3); }

TEST(CounterTest, CountsOnManyThreads) { EXPECT_EQ(count_together(4, 1000), 4000); }

TEST(CounterTest, RefusesNoThreads) { EXPECT_THROW(static_cast<void>(count_together(0, 3)), std::invalid_argument); }

}  // namespace
