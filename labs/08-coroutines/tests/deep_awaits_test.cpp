#include "deep_awaits.h"

#include <gtest/gtest.h>

// A stack overflow here means: a coroutine is resumed by a call from within the end, or the beginning, of another one,
// and that call never returns before the next one. await_suspend can give the handle of the coroutine that comes next.

TEST(DeepAwaitTest, AMillionTasksOneAfterTheOther) { EXPECT_EQ(await_one_after_the_other(kDeep), kDeep); }

TEST(DeepAwaitTest, AMillionTasksInsideEachOther) { EXPECT_EQ(await_inside_each_other(kDeep), kDeep); }
