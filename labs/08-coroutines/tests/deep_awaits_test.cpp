#include "deep_awaits.h"

#include <gtest/gtest.h>

namespace {

// After a thousand tasks it is known whether a million would fill the stack.
constexpr auto kWhy =
    "the stack grows with each task. A coroutine is resumed by a call, from within the beginning or the end of another "
    "one, and that call returns only after the next one. Let await_suspend give the handle of what comes next";

}  // namespace

TEST(DeepAwaitTest, AMillionTasksOneAfterTheOther) {
  const int ended = await_one_after_the_other(kDeep);
  ASSERT_NE(ended, kStackGrows) << kWhy;
  EXPECT_EQ(ended, kDeep);
}

TEST(DeepAwaitTest, AMillionTasksInsideEachOther) {
  const int ended = await_inside_each_other(kDeep);
  ASSERT_NE(ended, kStackGrows) << kWhy;
  EXPECT_EQ(ended, kDeep);
}

TEST(DeepAwaitTest, AHundredThousandTimesAllOfTwo) {
  const int times = kDeep / 10;
  const int ended = await_all_again_and_again(times);
  ASSERT_NE(ended, kStackGrows) << kWhy
                                << ". Here it is what awaits all, and goes on from within the start of the last";
  EXPECT_EQ(ended, times);
}
