// Pictures of a few pixels, and every interleaving of two workers.

#include <gtest/gtest.h>

#include <array>

#include "apply.h"
#include "blur.h"
#include "chain.h"
#include "lockstep/explore.h"
#include "obvious.h"
#include "pictures.h"
#include "threshold.h"

namespace {

constexpr Size kSmall{.width = 4, .height = 2};
constexpr Tiling kTwoTiles{.tile = {2, 2}, .workers = 2};

}  // namespace

TEST(ExploredFiltersTest, BlurTheSameInEverySchedule) {
  lockstep::explore([] {
    const Image picture = noise(kSmall, 1, 61);
    EXPECT_EQ(apply(Blur(1), picture, kTwoTiles), obvious_blur(picture, 1));
  });
}

TEST(ExploredFiltersTest, FindTheSameThresholdInEverySchedule) {
  lockstep::explore([] {
    const Image picture = noise(kSmall, 1, 62);
    const AdaptiveThreshold filter(1, 0);  // used by both workers
    EXPECT_EQ(apply(filter, picture, kTwoTiles), obvious_adaptive_threshold(picture, 1, 0));
  });
}

TEST(ExploredChainTest, IsTheSameInEverySchedule) {
  lockstep::explore([] {
    const Image picture = noise(kSmall, 1, 63);
    const Blur blur(1);
    const AdaptiveThreshold threshold(1, 2);
    const std::array<const Filter*, 3> filters{&blur, &threshold, &blur};
    EXPECT_EQ(apply_chain(filters, picture, kTwoTiles),
              obvious_blur(obvious_adaptive_threshold(obvious_blur(picture, 1), 1, 2), 1));
  });
}
