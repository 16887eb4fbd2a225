// Few values and two workers, but every interleaving of the workers.

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

#include "lockstep/explore.h"
#include "scan.h"
#include "sums.h"

TEST(HiddenExploredMinimumTest, IsTheFirstOfEqualsWhicheverWorkerHasIt) {
  lockstep::explore([] {
    constexpr std::array<std::int32_t, 3> kEquals{5, 5, 5};
    EXPECT_EQ(minimum(kEquals, {.grain = 1, .workers = 2}), (Minimum{5, 0}));
  });
}

TEST(HiddenExploredScanTest, KeepsTruthValuesApart) {
  lockstep::explore([] {
    std::array<bool, 3> values{true, false, false};
    const auto differ = [](bool left, bool right) { return left != right; };
    scan_inclusive(std::span<bool>(values), {.grain = 1, .workers = 2}, differ);
    EXPECT_EQ(values, (std::array{true, true, true}));
  });
}
