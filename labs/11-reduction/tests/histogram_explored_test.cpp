// Few values and two workers, but every interleaving of the workers.

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <vector>

#include "histogram.h"
#include "lockstep/explore.h"

namespace {

constexpr Plan kTwoCounters{.grain = 1, .workers = 2};

using Bins = std::vector<std::uint64_t>;

}  // namespace

TEST(ExploredHistogramTest, OfPrivateCountsLosesNone) {
  lockstep::explore([] {
    constexpr std::array<std::uint32_t, 3> kValues{1, 1, 1};  // any two blocks count in the same bin
    EXPECT_EQ(private_histogram(kValues, 2, kTwoCounters), (Bins{0, 3}));
  });
}

TEST(ExploredHistogramTest, OfSharedCountsLosesNone) {
  lockstep::explore([] {
    constexpr std::array<std::uint32_t, 3> kValues{1, 1, 0};
    EXPECT_EQ(shared_histogram(kValues, 2, kTwoCounters), (Bins{1, 2}));
  });
}

TEST(ExploredHistogramTest, OfPrivateCountsRefuses) {
  lockstep::explore([] {
    constexpr std::array<std::uint32_t, 2> kValues{2, 3};
    EXPECT_THROW((void)private_histogram(kValues, 2, kTwoCounters), std::out_of_range);
  });
}

TEST(ExploredHistogramTest, OfSharedCountsRefuses) {
  lockstep::explore([] {
    constexpr std::array<std::uint32_t, 2> kValues{2, 3};
    EXPECT_THROW((void)shared_histogram(kValues, 2, kTwoCounters), std::out_of_range);
  });
}
