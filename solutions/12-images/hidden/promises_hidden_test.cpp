// What the headers promise and the visible tests do not ask for.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <thread>
#include <vector>

#include "chain.h"
#include "convert.h"
#include "memory_store.h"
#include "netpbm.h"
#include "part_of.h"
#include "pictures.h"
#include "predict.h"
#include "strip.h"
#include "text_lines.h"
#include "threshold.h"
#include "tiles.h"

namespace {

constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();

/// Inverts its source, and covers the whole target before it reads: where the two share pixels, that shows.
class CoveringFilter : public Filter {
 public:
  [[nodiscard]] std::size_t radius() const override { return 0; }
  void apply(const Source& source, const Target& target) const override {
    const Rect& area = target.area();
    for (std::size_t y = area.y; y < area.y + area.height; ++y) std::ranges::fill(target.row(y), std::uint8_t{77});
    for (std::size_t y = area.y; y < area.y + area.height; ++y) {
      for (std::size_t x = area.x; x < area.x + area.width; ++x) {
        target.at(x, y, 0) = static_cast<std::uint8_t>(255 - source.at(x, y, 0));
      }
    }
  }
};

/// Samples of one to three digits, in rows of all lengths: so lines would end in each place.
Image of_mixed_digits(unsigned seed) {
  Image picture = noise({.width = 3 + seed % 40, .height = 5}, seed % 2 == 0 ? 1 : 3, seed);
  for (std::size_t y = 0; y < picture.size().height; ++y) {
    for (std::uint8_t& sample : picture.row(y)) {
      if (sample % 7 == 0) sample = static_cast<std::uint8_t>(sample / 26);
      if (sample % 7 > 3) sample = static_cast<std::uint8_t>(200 + sample % 56);
    }
  }
  return picture;
}

std::uint8_t applied_at_the_corner(const Filter& filter, const Image& picture) {
  return applied_to_part(filter, picture, {.x = 0, .y = 0, .width = 1, .height = 1}, 1).at(0, 0);
}

}  // namespace

TEST(HiddenNetpbmTest, TakesZerosInFront) {
  const std::string many(30, '0');
  Image expected({.width = 3, .height = 1}, 1, 7);
  expected.at(1, 0) = 255;
  expected.at(2, 0) = 0;
  EXPECT_EQ(parse_netpbm("P2 " + many + "3 0001 0255 007 " + many + "255 000"), expected);
  EXPECT_EQ(parse_netpbm("P5 " + many + "1 0001 0255 A"), Image({.width = 1, .height = 1}, 1, 'A'));
}

TEST(HiddenNetpbmTest, WritesNoLineThatIsTooLong) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Image picture = of_mixed_digits(seed);
    const std::string decimal = to_netpbm(picture, Encoding::kDecimal);
    expect_lines_of_70_characters(decimal);
    ASSERT_EQ(parse_netpbm(decimal), picture);
  }
}

TEST(HiddenStripTest, HoldsTilesOfAnyNumbers) {
  for (const std::size_t begin : {std::size_t{1} << 32, (std::size_t{1} << 32) - 1, kMost - 4}) {
    Strip strip(begin, begin + 4);
    EXPECT_EQ(strip.left(), 4U);
    EXPECT_EQ(strip.take(), begin);
    EXPECT_EQ(strip.steal(), begin + 3);
    EXPECT_EQ(strip.steal(), begin + 2);
    EXPECT_EQ(strip.take(), begin + 1);
    EXPECT_EQ(strip.take(), std::nullopt);
  }
}

TEST(HiddenTilesTest, AreStolenFromTheLastOn) {
  constexpr std::size_t kTiles = 24;
  std::atomic<std::size_t> ended = 0;
  std::vector<std::size_t> stolen;  // by worker 1 alone
  for_each_tile({.width = kTiles, .height = 1}, {.tile = {1, 1}, .workers = 2}, [&](const Tile& tile) {
    if (tile.worker == 1 && tile.index < kTiles / 2) stolen.push_back(tile.index);
    if (tile.worker == 0 && tile.index == 0) {
      while (ended + 1 < kTiles) std::this_thread::yield();  // until the other one has done all the rest
    }
    ++ended;
  });
  EXPECT_GE(stolen.size(), kTiles / 2 - 1);
  EXPECT_TRUE(std::ranges::is_sorted(stolen, std::greater())) << "the first one was " << stolen.front();
}

TEST(HiddenAdaptiveTest, RoundsNothingInALargeWindow) {
  // The sum is one less than 100 for each sample, so the mean is a little below 100.
  Image picture({.width = 512, .height = 512}, 1, 100);
  picture.at(511, 511) = 99;
  EXPECT_EQ(applied_at_the_corner(AdaptiveThreshold(600, 0), picture), 255);
  picture.at(511, 511) = 100;
  EXPECT_EQ(applied_at_the_corner(AdaptiveThreshold(600, 0), picture), 0);
}

TEST(HiddenThresholdTest, AFilterThatWasAssignedToHasItsNewLevel) {
  const Image grey({.width = 2, .height = 2}, 1, 150);
  Threshold filter(100);
  EXPECT_EQ(applied_at_the_corner(filter, grey), 255);
  filter = Threshold(200);
  EXPECT_EQ(applied_at_the_corner(filter, grey), 0);
}

TEST(HiddenChainTest, NoFilterFindsItsSourceInItsTarget) {
  const CoveringFilter inverts;
  const std::array<const Filter*, 4> filters{&inverts, &inverts, &inverts, &inverts};
  const Image picture = noise({.width = 9, .height = 6}, 1, 81);
  for (const unsigned workers : {1U, 3U}) {
    EXPECT_EQ(apply_chain(filters, picture, {.tile = {4, 4}, .workers = workers}), picture);
  }
}

TEST(HiddenConvertTest, ThereMayBeRoomForAnyNumberOfPictures) {
  MemoryStore store(files(3));
  EXPECT_EQ(convert_files(jobs(3), store, darker, kMost).size(), 3U);
  EXPECT_EQ(store.made(), made_of(3));
}

TEST(HiddenPredictTest, EachCoreCountsWhenThereAreMany) {
  constexpr Machine kMachine{.bytes_per_s = 16e9, .bytes_per_s_of_a_core = 4e9, .operations_per_s = 2e9};
  EXPECT_EQ(useful_cores({.bytes = 0, .operations = 1e9}, kMachine, 4096), 4096U);
}

TEST(HiddenBytesTest, OfThePicturesThatAFileMayHave) {
  constexpr std::size_t kSide = std::numeric_limits<std::uint32_t>::max();
  const double samples = 3.0 * static_cast<double>(kSide) * static_cast<double>(kSide);
  EXPECT_DOUBLE_EQ(bytes_one_by_one({kSide, kSide}, 3, 2), 4 * samples);
  EXPECT_DOUBLE_EQ(bytes_by_tiles({kSide, kSide}, 3, {kSide, kSide}, {}), 2 * samples);
}
