#include "chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "blur.h"
#include "obvious.h"
#include "part_of.h"
#include "pictures.h"
#include "threshold.h"

namespace {

constexpr std::size_t kAnyRadius = std::numeric_limits<std::size_t>::max();

/// Copies its source, and notes what it was asked for.
class NotingFilter : public Filter {
 public:
  explicit NotingFilter(std::size_t radius) : radius_(radius) {}

  [[nodiscard]] std::size_t radius() const override { return radius_; }
  void apply(const Source& source, const Target& target) const override {
    const Rect& area = target.area();
    for (std::size_t y = area.y; y < area.y + area.height; ++y) {
      for (std::size_t x = area.x; x < area.x + area.width; ++x) target.at(x, y, 0) = source.at(x, y, 0);
    }
    const std::scoped_lock lock(mutex_);
    calls_.push_back({.read = source.area(), .written = area});
  }

  /// \pre no thread applies it
  [[nodiscard]] std::size_t calls() const { return calls_.size(); }
  /// Whether it was asked for `area`, and had the pixels of `read` for it. \pre no thread applies it
  [[nodiscard]] bool had_call(const Rect& area, const Rect& read) const {
    return std::ranges::any_of(calls_, [&](const Call& call) { return call.written == area && call.read == read; });
  }

 private:
  struct Call {
    Rect read;
    Rect written;
  };

  std::size_t radius_;
  mutable std::mutex mutex_;
  mutable std::vector<Call> calls_;  // guarded by mutex_
};

class RefusingFilter : public Filter {
 public:
  [[nodiscard]] std::size_t radius() const override { return 1; }
  void apply(const Source& /*source*/, const Target& /*target*/) const override {
    throw std::out_of_range("the second filter");
  }
};

}  // namespace

TEST(GrownTest, IsTheAreaWithItsHaloInsideThePicture) {
  const Size picture{.width = 10, .height = 8};
  EXPECT_EQ(grown({4, 3, 2, 2}, 0, picture), (Rect{4, 3, 2, 2}));
  EXPECT_EQ(grown({4, 3, 2, 2}, 2, picture), (Rect{2, 1, 6, 6}));
  EXPECT_EQ(grown({0, 0, 2, 2}, 3, picture), (Rect{0, 0, 5, 5}));
  EXPECT_EQ(grown({8, 7, 2, 1}, 1, picture), (Rect{7, 6, 3, 2}));
  EXPECT_EQ(grown({5, 5, 1, 1}, kAnyRadius, picture), whole(picture));

  for_each_area({.width = 5, .height = 4}, [](const Rect& area) {
    for (std::size_t radius = 0; radius < 7; ++radius) {
      EXPECT_EQ(grown(area, radius, {5, 4}), obviously_grown(area, radius, {5, 4})) << area << ", radius " << radius;
    }
  });
}

TEST(ChainTest, IsWhatFilterAfterFilterGives) {
  const Blur soft(1);
  const AdaptiveThreshold local(2, 4);
  const Blur softer(3);
  const Threshold plain(90);
  for (const Size& size : {Size{1, 1}, Size{9, 1}, Size{1, 7}, Size{7, 5}}) {
    for (const std::size_t channels : {std::size_t{1}, std::size_t{3}}) {
      const Image picture = noise(size, channels, 51);
      const Image blurred = obvious_blur(picture, 1);
      const Image marked = obvious_adaptive_threshold(blurred, 2, 4);
      const Image all = obvious_threshold(obvious_blur(marked, 3), 90);
      const std::array<const Filter*, 2> two{&soft, &local};
      const std::array<const Filter*, 4> four{&soft, &local, &softer, &plain};
      for_each_tiling(size, [&](const Tiling& tiling) {
        EXPECT_EQ(apply_chain(two, picture, tiling), marked) << tiling;
        EXPECT_EQ(apply_chain(four, picture, tiling), all) << tiling;
      });
    }
  }
}

TEST(ChainTest, OfOneFilterAndOfNone) {
  const Image picture = noise({7, 5}, 3, 52);
  const Blur blur(2);
  const std::array<const Filter*, 1> one{&blur};
  for_each_tiling(picture.size(), [&](const Tiling& tiling) {
    EXPECT_EQ(apply_chain(one, picture, tiling), obvious_blur(picture, 2)) << tiling;
    EXPECT_EQ(apply_chain({}, picture, tiling), picture) << tiling;
  });
  EXPECT_EQ(apply_chain(one, Image({0, 4}, 3), {.tile = {2, 2}, .workers = 2}), Image({0, 4}, 3));
}

TEST(ChainTest, AppliesEachFilterToWhatTheNextOneReads) {
  const Size size{.width = 13, .height = 9};
  const Image picture = noise(size, 1, 53);
  for (const unsigned workers : kWorkers) {
    const NotingFilter first(1);
    const NotingFilter second(3);
    const NotingFilter third(2);
    const std::array<const Filter*, 3> filters{&first, &second, &third};
    const Tiling tiling{.tile = {4, 3}, .workers = workers};
    EXPECT_EQ(apply_chain(filters, picture, tiling), picture);

    const std::size_t tiles = count_tiles(size, tiling.tile);
    EXPECT_EQ(first.calls(), tiles);
    EXPECT_EQ(second.calls(), tiles);
    EXPECT_EQ(third.calls(), tiles);
    for (std::size_t tile = 0; tile < tiles; ++tile) {
      const Rect of_third = tile_area(size, tiling.tile, tile);
      const Rect of_second = obviously_grown(of_third, 2, size);
      const Rect of_first = obviously_grown(of_second, 3, size);
      EXPECT_TRUE(third.had_call(of_third, of_second)) << of_third;
      EXPECT_TRUE(second.had_call(of_second, of_first)) << of_third;
      EXPECT_TRUE(first.had_call(of_first, whole(size))) << of_third;
    }
  }
}

TEST(ChainTest, PassesOnWhatAFilterThrowsAndRefusesNoWorkers) {
  const Image picture = noise({6, 3}, 1, 54);
  const Blur blur(1);
  const RefusingFilter refuses;
  const std::array<const Filter*, 3> filters{&blur, &refuses, &blur};
  for (const unsigned workers : kWorkers) {
    EXPECT_THROW((void)apply_chain(filters, picture, {.tile = {2, 2}, .workers = workers}), std::out_of_range);
  }
  EXPECT_THROW((void)apply_chain(filters, picture, {.tile = {2, 2}, .workers = 0}), std::invalid_argument);
  EXPECT_THROW((void)apply_chain({}, picture, {.tile = {2, 2}, .workers = 0}), std::invalid_argument);
  EXPECT_THROW((void)apply_chain({}, picture, {.tile = {0, 2}, .workers = 1}), std::invalid_argument);
}
