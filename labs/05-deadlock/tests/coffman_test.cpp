#include "coffman.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace {

/// A number for a way and a condition. The tests compare these, so that they do not show the answers.
constexpr std::uint32_t mark(Way way, Condition condition) {
  std::uint32_t hash = 2166136261U;
  for (const auto part : {static_cast<std::uint32_t>(way), 7 + static_cast<std::uint32_t>(condition)}) {
    for (int i = 0; i < 4; ++i) hash = (hash ^ ((part + 31U * static_cast<std::uint32_t>(i)) & 255U)) * 16777619U;
  }
  return hash;
}

void expect_answer(Way way, std::uint32_t right) {
  EXPECT_TRUE(mark(way, broken_by(way)) == right)
      << "this condition can hold in such a program, or another one never does. Ask for each of the four: is there a "
         "schedule in which it holds? coffman.h says what each one means";
}

}  // namespace

TEST(CoffmanTest, KnowsWhatAnOrderBreaks) { expect_answer(Way::kOrdering, 0x5c464c1U); }
TEST(CoffmanTest, KnowsWhatAWaiterBreaks) { expect_answer(Way::kWaiter, 0x79f45a19U); }
TEST(CoffmanTest, KnowsWhatBackingOffBreaks) { expect_answer(Way::kBackOff, 0x8637d6e9U); }
TEST(CoffmanTest, KnowsWhatAMonitorBreaks) { expect_answer(Way::kMonitor, 0xca107441U); }
TEST(CoffmanTest, KnowsWhatAtomicForksBreak) { expect_answer(Way::kAtomicForks, 0x754b9171U); }
