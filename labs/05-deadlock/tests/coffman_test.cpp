#include "coffman.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace {

/// A number for a way and a condition. The tests compare these, so that they do not show the answers.
constexpr std::uint32_t mark(Way way, Condition condition) {
  std::uint32_t hash = 2166136261U;
  for (const auto part : {static_cast<std::uint32_t>(way), 7 + static_cast<std::uint32_t>(condition)}) {
    for (int i = 0; i < 4; ++i) hash = (hash ^ ((part + 31U * static_cast<std::uint32_t>(i)) & 255U)) * 16777619U;
  }
  return hash;
}

void expect_one_of(Way way, std::initializer_list<std::uint32_t> right) {
  EXPECT_TRUE(std::ranges::count(right, mark(way, broken_by(way))) == 1)
      << "this condition can hold in such a program. Ask for each of the four: is there a schedule in which it holds? "
         "coffman.h says what each one means";
}

}  // namespace

TEST(CoffmanTest, KnowsWhatAnOrderBreaks) { expect_one_of(Way::kOrdering, {0x5c464c1U}); }
TEST(CoffmanTest, KnowsWhatAWaiterBreaks) { expect_one_of(Way::kWaiter, {0x79f45a19U}); }
TEST(CoffmanTest, KnowsWhatBackingOffBreaks) { expect_one_of(Way::kBackOff, {0x8637d6e9U, 0xba813b59U}); }
TEST(CoffmanTest, KnowsWhatAMonitorBreaks) { expect_one_of(Way::kMonitor, {0xca107441U}); }
TEST(CoffmanTest, KnowsWhatAtomicForksBreak) { expect_one_of(Way::kAtomicForks, {0x754b9171U}); }
