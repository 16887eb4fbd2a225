#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "apply.h"
#include "blur.h"
#include "obvious.h"
#include "part_of.h"
#include "pictures.h"
#include "threshold.h"

namespace {

constexpr Tiling kAlone{.tile = {64, 64}, .workers = 1};
constexpr std::size_t kFar = 12;                // a radius beyond every border
constexpr Size kTiny{.width = 4, .height = 3};  // so small that a window of kFar costs little

/// A grey picture of one row.
Image grey_row(const std::vector<std::uint8_t>& samples) {
  Image picture({.width = samples.size(), .height = 1}, 1);
  std::ranges::copy(samples, picture.row(0).begin());
  return picture;
}

/// Counts, for each pixel, how often it was to be written.
class CountingFilter : public Filter {
 public:
  explicit CountingFilter(const Size& size) : size_(size), times_(size.width * size.height) {}

  [[nodiscard]] std::size_t radius() const override { return 0; }
  void apply(const Source& source, const Target& target) const override {
    EXPECT_EQ(source.picture(), size_);
    const Rect& area = target.area();
    EXPECT_TRUE(contains(source.area(), area));
    for (std::size_t y = area.y; y < area.y + area.height; ++y) {
      for (std::size_t x = area.x; x < area.x + area.width; ++x) {
        ++times_.at(y * size_.width + x);
        target.at(x, y, 0) = static_cast<std::uint8_t>(255 - source.at(x, y, 0));
      }
    }
  }
  [[nodiscard]] bool each_once() const {
    return std::ranges::all_of(times_, [](const auto& of_pixel) { return of_pixel == 1; });
  }

 private:
  Size size_;
  mutable std::vector<std::atomic<int>> times_;
};

class ThrowingFilter : public Filter {
 public:
  [[nodiscard]] std::size_t radius() const override { return 0; }
  void apply(const Source& /*source*/, const Target& target) const override {
    if (target.area().x == 2) throw std::out_of_range("column 2");
  }
};

/// Compares with the obvious filter, for every tile size.
void expect_for_every_tiling(const Filter& filter, const Image& picture, const Image& expected) {
  for_each_tiling(picture.size(),
                  [&](const Tiling& tiling) { EXPECT_EQ(apply(filter, picture, tiling), expected) << tiling; });
}

/// Compares in each part of the picture, with a source that has nothing but the halo.
void expect_for_every_part(const Filter& filter, const Image& picture, const Image& expected) {
  for_each_area(picture.size(), [&](const Rect& area) {
    for (const std::uint8_t fill : {std::uint8_t{0}, std::uint8_t{99}}) {
      EXPECT_EQ(applied_to_part(filter, picture, area, fill), only_in(expected, area, fill)) << area;
    }
  });
}

}  // namespace

TEST(ApplyTest, GivesEachTileToTheFilterOnce) {
  for (const Size& size : kSizes) {
    const Image picture = noise(size, 1, 3);
    for_each_tiling(size, [&](const Tiling& tiling) {
      const CountingFilter filter(size);
      const Image result = apply(filter, picture, tiling);
      EXPECT_TRUE(filter.each_once()) << tiling;
      ASSERT_EQ(result.size(), size);
      for (std::size_t x = 0; x < size.width; ++x) EXPECT_EQ(result.at(x, 0) + picture.at(x, 0), 255);
    });
  }
}

TEST(ApplyTest, KeepsSizeAndChannelsOfAPictureWithoutPixels) {
  for (const Size& size : {Size{0, 0}, Size{0, 3}, Size{3, 0}}) {
    const Image result = apply(Threshold(1), Image(size, 3), {.tile = {2, 2}, .workers = 2});
    EXPECT_EQ(result, Image(size, 3));
  }
}

TEST(ApplyTest, PassesOnWhatAFilterThrowsAndRefusesNoWorkers) {
  const Image picture = noise({6, 2}, 1, 4);
  EXPECT_THROW((void)apply(ThrowingFilter(), picture, {.tile = {2, 1}, .workers = 3}), std::out_of_range);
  EXPECT_THROW((void)apply(Threshold(9), picture, {.tile = {2, 1}, .workers = 0}), std::invalid_argument);
  EXPECT_THROW((void)apply(Threshold(9), picture, {.tile = {0, 1}, .workers = 1}), std::invalid_argument);
}

TEST(ThresholdTest, IsWhiteFromTheLevelOn) {
  EXPECT_EQ(apply(Threshold(100), grey_row({0, 99, 100, 101, 255}), kAlone), grey_row({0, 0, 255, 255, 255}));
  EXPECT_EQ(apply(Threshold(0), grey_row({0, 255}), kAlone), grey_row({255, 255}));
  EXPECT_EQ(apply(Threshold(255), grey_row({254, 255}), kAlone), grey_row({0, 255}));
}

TEST(ThresholdTest, IsRightForEveryTiling) {
  for (const Size& size : kSizes) {
    for (const std::size_t channels : {std::size_t{1}, std::size_t{3}}) {
      const Image picture = noise(size, channels, 21);
      expect_for_every_tiling(Threshold(128), picture, obvious_threshold(picture, 128));
    }
  }
}

TEST(ThresholdTest, ReadsAndWritesItsPartAlone) {
  const Image picture = noise({4, 3}, 3, 22);
  expect_for_every_part(Threshold(77), picture, obvious_threshold(picture, 77));
}

TEST(AdaptiveThresholdTest, ComparesWithTheMeanOfTheWindowInside) {
  // Means, from left to right: 15, 20, 30, 35. At the border two samples count, and not three.
  EXPECT_EQ(apply(AdaptiveThreshold(1, 0), grey_row({10, 20, 30, 40}), kAlone), grey_row({0, 0, 0, 255}));
  EXPECT_EQ(apply(AdaptiveThreshold(1, 1), grey_row({10, 20, 30, 40}), kAlone), grey_row({0, 255, 255, 255}));
  EXPECT_EQ(apply(AdaptiveThreshold(0, 0), grey_row({10, 20}), kAlone), grey_row({0, 0})) << "none is above itself";
  EXPECT_EQ(apply(AdaptiveThreshold(0, 1), grey_row({10, 20}), kAlone), grey_row({255, 255}));
}

TEST(AdaptiveThresholdTest, RoundsNothing) {
  // The means are 10 1/3 and 10 2/3; the sample in the middle is 11 and 10.
  EXPECT_EQ(apply(AdaptiveThreshold(1, 0), grey_row({10, 11, 10}), kAlone).at(1, 0), 255);
  EXPECT_EQ(apply(AdaptiveThreshold(1, 0), grey_row({11, 10, 11}), kAlone).at(1, 0), 0);
  EXPECT_EQ(apply(AdaptiveThreshold(1, -1), grey_row({10, 11, 10}), kAlone).at(1, 0), 0) << "10 is not above 10 1/3";
  EXPECT_EQ(apply(AdaptiveThreshold(1, 1), grey_row({11, 10, 11}), kAlone).at(1, 0), 255) << "11 is above 10 2/3";
  EXPECT_EQ(apply(AdaptiveThreshold(2, -255), grey_row({0, 255, 0}), kAlone), grey_row({0, 0, 0}));
  EXPECT_EQ(apply(AdaptiveThreshold(2, 255), grey_row({0, 255, 0}), kAlone), grey_row({255, 255, 255}));
}

TEST(AdaptiveThresholdTest, IsRightForEveryTiling) {
  for (const Size& size : kSizes) {
    for (const std::size_t channels : {std::size_t{1}, std::size_t{3}}) {
      const Image picture = noise(size, channels, 31);
      for (const std::size_t radius : {std::size_t{1}, std::size_t{2}, kFar}) {
        expect_for_every_tiling(AdaptiveThreshold(radius, 8), picture,
                                obvious_adaptive_threshold(picture, static_cast<long>(radius), 8));
      }
    }
  }
}

TEST(AdaptiveThresholdTest, ReadsAndWritesItsPartAlone) {
  const Image picture = noise({5, 4}, 3, 32);
  for (const std::size_t radius : {std::size_t{1}, std::size_t{2}, kFar}) {
    expect_for_every_part(AdaptiveThreshold(radius, -3), picture,
                          obvious_adaptive_threshold(picture, static_cast<long>(radius), -3));
  }
}

TEST(BlurTest, RepeatsThePixelsOfTheBorder) {
  EXPECT_EQ(apply(Blur(1), grey_row({0, 30, 90}), kAlone), grey_row({10, 40, 70})) << "(0 + 0 + 30) / 3 at the left";
  EXPECT_EQ(apply(Blur(2), grey_row({50}), kAlone), grey_row({50}));
  EXPECT_EQ(apply(Blur(0), grey_row({1, 200}), kAlone), grey_row({1, 200}));
}

TEST(BlurTest, RoundsToTheNearestNumber) {
  EXPECT_EQ(apply(Blur(1), grey_row({1, 0, 1}), kAlone), grey_row({1, 1, 1})) << "2 / 3 is nearer to 1";
  EXPECT_EQ(apply(Blur(1), grey_row({0, 1, 0}), kAlone), grey_row({0, 0, 0})) << "1 / 3 is nearer to 0";
  Image corner({.width = 3, .height = 3}, 1);
  corner.at(0, 0) = 10;
  corner.at(2, 2) = 4;
  EXPECT_EQ(apply(Blur(1), corner, kAlone).at(1, 1), 2) << "14 / 9; two roundings, one for each direction, give 1";
  EXPECT_EQ(apply(Blur(7), Image({9, 9}, 3, 255), kAlone), Image({9, 9}, 3, 255));
}

TEST(BlurTest, IsRightForEveryTiling) {
  for (const Size& size : kSizes) {
    for (const std::size_t channels : {std::size_t{1}, std::size_t{3}}) {
      const Image picture = noise(size, channels, 41);
      for (const std::size_t radius : {std::size_t{1}, std::size_t{3}}) {
        expect_for_every_tiling(Blur(radius), picture, obvious_blur(picture, static_cast<long>(radius)));
      }
    }
  }
  const Image tiny = noise(kTiny, 3, 43);
  expect_for_every_tiling(Blur(kFar), tiny, obvious_blur(tiny, kFar));
}

TEST(BlurTest, ReadsAndWritesItsPartAlone) {
  const Image picture = noise({5, 4}, 3, 42);
  for (const std::size_t radius : {std::size_t{1}, std::size_t{2}}) {
    expect_for_every_part(Blur(radius), picture, obvious_blur(picture, static_cast<long>(radius)));
  }
  const Image tiny = noise(kTiny, 1, 44);
  expect_for_every_part(Blur(kFar), tiny, obvious_blur(tiny, kFar));
}
