#include <gtest/gtest.h>

#include "apply.h"
#include "blur.h"
#include "memory_store.h"
#include "netpbm.h"
#include "threshold.h"
#include "tiles.h"

TEST(HiddenNetpbmTest, ScalesEachMaximum) {
  for (std::size_t maximum = 1; maximum <= 255; ++maximum) {
    std::string file = "P2 " + std::to_string(maximum + 1) + " 1 " + std::to_string(maximum);
    for (std::size_t sample = 0; sample <= maximum; ++sample) file += " " + std::to_string(sample);
    const Image picture = parse_netpbm(file);
    for (std::size_t sample = 0; sample <= maximum; ++sample) {
      // In whole numbers: s * 255 / m + 1/2 is (2 * s * 255 + m) / (2 * m).
      ASSERT_EQ(picture.at(sample, 0), (2 * sample * 255 + maximum) / (2 * maximum)) << sample << " of " << maximum;
    }
  }
}

TEST(HiddenBlurTest, OfTheLargestRadius) {
  // The window has 1024 columns of one of the two pixels and 1025 of the other one: the mean is near to the middle.
  for (std::uint8_t low = 100; low < 250; low = static_cast<std::uint8_t>(low + 7)) {
    Image picture({.width = 2, .height = 1}, 1, low);
    picture.at(1, 0) = static_cast<std::uint8_t>(low + 1);
    EXPECT_EQ(apply(Blur(1024), picture, {.tile = {1, 1}, .workers = 2}), picture) << static_cast<int>(low);
  }
}

TEST(HiddenAdaptiveTest, SumsOfAWhitePicture) {
  const Image white({.width = 40, .height = 30}, 1, 255);
  const Tiling tiling{.tile = {16, 16}, .workers = 2};
  EXPECT_EQ(apply(AdaptiveThreshold(25, 0), white, tiling), Image(white.size(), 1, 0)) << "none is above the mean";
  EXPECT_EQ(apply(AdaptiveThreshold(25, 1), white, tiling), white);
}

TEST(HiddenTilesTest, AreCountedBeyond32Bits) {
  constexpr std::size_t kMillion = 1'000'000;
  const Size picture{.width = kMillion, .height = kMillion};
  EXPECT_EQ(count_tiles(picture, {1, 1}), kMillion * kMillion);
  EXPECT_EQ(tile_area(picture, {1, 2}, 400'000 * kMillion + 7), (Rect{7, 800'000, 1, 2}));
}

TEST(HiddenConvertTest, ReadsEachFormat) {
  MemoryStore store({{"in0", "P2 # grey\n1 1 255 40"},
                     {"in1", "P3 1 1 255 40 2 3"},
                     {"in2", "P5 1 1 255 ("},
                     {"in3", "P6 1 1 # colour\n255 (<=)"},
                     {"in4", "P6 1 1 255 (\x02\x03"}});
  const auto reports = convert_files(jobs(5), store, darker, 2);
  ASSERT_EQ(reports.size(), 5U);
  EXPECT_TRUE(has<BadImage>(reports[3]));
  const Image grey({.width = 1, .height = 1}, 1, 20);
  Image colour({.width = 1, .height = 1}, 3, 20);
  colour.at(0, 0, 1) = 2;
  colour.at(0, 0, 2) = 3;
  EXPECT_EQ(store.made(), (std::map<std::string, std::string>{{"out0", to_netpbm(grey)},
                                                              {"out1", to_netpbm(colour)},
                                                              {"out2", to_netpbm(grey)},
                                                              {"out4", to_netpbm(colour)}}));
}
