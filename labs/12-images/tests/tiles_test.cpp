#include "tiles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <stdexcept>
#include <thread>
#include <vector>

#include "pictures.h"

namespace {

constexpr std::size_t kLargest = std::numeric_limits<std::size_t>::max();

/// Counts how often each pixel is part of a tile.
void expect_each_pixel_once(const Size& picture, const Tiling& tiling) {
  std::vector<std::atomic<int>> times(picture.width * picture.height);
  std::vector<std::atomic<int>> tiles(count_tiles(picture, tiling.tile));
  for_each_tile(picture, tiling, [&](const Tile& tile) {
    ++tiles.at(tile.index);
    EXPECT_EQ(tile.area, tile_area(picture, tiling.tile, tile.index)) << tiling;
    ASSERT_TRUE(contains(whole(picture), tile.area)) << tile.area << " of " << picture << ", " << tiling;
    for (std::size_t y = tile.area.y; y < tile.area.y + tile.area.height; ++y) {
      for (std::size_t x = tile.area.x; x < tile.area.x + tile.area.width; ++x) ++times[y * picture.width + x];
    }
  });
  EXPECT_TRUE(std::ranges::all_of(tiles, [](const auto& of_tile) { return of_tile == 1; }))
      << picture << ", " << tiling;
  EXPECT_TRUE(std::ranges::all_of(times, [](const auto& of_pixel) { return of_pixel == 1; }))
      << picture << ", " << tiling;
}

/// \return for each worker, the tiles that it had, in its order
std::vector<std::vector<std::size_t>> tiles_of_workers(std::size_t tiles, unsigned workers, Sharing sharing) {
  std::vector<std::vector<std::size_t>> of(workers);  // without synchronisation: the number keeps others away
  const Tiling tiling{.tile = {1, 1}, .workers = workers, .sharing = sharing};
  for_each_tile({.width = tiles, .height = 1}, tiling,
                [&](const Tile& tile) { of.at(tile.worker).push_back(tile.index); });
  return of;
}

}  // namespace

TEST(TilesTest, AreCounted) {
  EXPECT_EQ(count_tiles({10, 10}, {4, 5}), 6U);
  EXPECT_EQ(count_tiles({8, 10}, {4, 10}), 2U);
  EXPECT_EQ(count_tiles({1, 1}, {64, 64}), 1U);
  EXPECT_EQ(count_tiles({5, 3}, {1, 1}), 15U);
  EXPECT_EQ(count_tiles({5, 3}, {kLargest, kLargest}), 1U);
  EXPECT_EQ(count_tiles({0, 3}, {2, 2}), 0U);
  EXPECT_EQ(count_tiles({3, 0}, {2, 2}), 0U);
  EXPECT_EQ(count_tiles({0, 0}, {2, 2}), 0U);
}

TEST(TilesTest, LieInRowsAndMayBeSmallerAtTheEdges) {
  const Size picture{.width = 7, .height = 5};
  const Size tile{.width = 3, .height = 4};
  EXPECT_EQ(tile_area(picture, tile, 0), (Rect{0, 0, 3, 4}));
  EXPECT_EQ(tile_area(picture, tile, 1), (Rect{3, 0, 3, 4}));
  EXPECT_EQ(tile_area(picture, tile, 2), (Rect{6, 0, 1, 4}));
  EXPECT_EQ(tile_area(picture, tile, 3), (Rect{0, 4, 3, 1}));
  EXPECT_EQ(tile_area(picture, tile, 5), (Rect{6, 4, 1, 1}));
  EXPECT_EQ(tile_area(picture, {kLargest, 2}, 2), (Rect{0, 4, 7, 1}));
}

TEST(TilesTest, HaveEachPixelOnce) {
  for (const Size& picture : {Size{1, 1}, Size{7, 1}, Size{1, 6}, Size{6, 5}}) {
    for_each_tiling(picture, [&](const Tiling& tiling) { expect_each_pixel_once(picture, tiling); });
  }
  for (const unsigned workers : kWorkers) {
    for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
      expect_each_pixel_once({.width = 40, .height = 30}, {.tile = {4, 3}, .workers = workers, .sharing = sharing});
    }
  }
}

TEST(TilesTest, OfAPictureWithoutPixelsAreNone) {
  for (const Size& picture : {Size{0, 0}, Size{0, 5}, Size{5, 0}}) {
    for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
      for_each_tile(picture, {.tile = {2, 2}, .workers = 3, .sharing = sharing},
                    [](const Tile&) { ADD_FAILURE() << "there is no tile"; });
    }
  }
}

TEST(TilesTest, OfAStripAreConsecutiveAndOfOneWorker) {
  for (const unsigned workers : kWorkers) {
    for (const std::size_t tiles : {std::size_t{13}, std::size_t{24}, std::size_t{40}}) {
      std::size_t next = 0;
      for (const auto& strip : tiles_of_workers(tiles, workers, Sharing::kStrips)) {
        EXPECT_TRUE(strip.size() == tiles / workers || strip.size() == (tiles + workers - 1) / workers)
            << strip.size() << " of " << tiles << " tiles for one of " << workers << " workers";
        for (const std::size_t tile : strip) EXPECT_EQ(tile, next++) << workers << " workers";
      }
      EXPECT_EQ(next, tiles);
    }
  }
}

TEST(TilesTest, OfFewerTilesThanWorkersAreOneEach) {
  const auto of = tiles_of_workers(3, 5, Sharing::kStrips);
  EXPECT_EQ(of, (std::vector<std::vector<std::size_t>>{{0}, {1}, {2}, {}, {}}));
}

TEST(TilesTest, AreTakenByOneWorkerInTheirOrder) {
  for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
    EXPECT_EQ(tiles_of_workers(5, 1, sharing).front(), (std::vector<std::size_t>{0, 1, 2, 3, 4}));
  }
}

TEST(TilesTest, AreWorkedOnByNoMoreWorkersThanThereMayBe) {
  for (const unsigned workers : kWorkers) {
    for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
      std::array<std::atomic<bool>, 13> busy{};
      std::array<int, 13> tiles{};  // without synchronisation: the worker's number keeps others away
      for_each_tile({.width = 12, .height = 10}, {.tile = {3, 1}, .workers = workers, .sharing = sharing},
                    [&](const Tile& tile) {
                      ASSERT_LT(tile.worker, workers);
                      EXPECT_FALSE(busy[tile.worker].exchange(true)) << "two calls with the number " << tile.worker;
                      ++tiles[tile.worker];
                      std::this_thread::yield();
                      busy[tile.worker] = false;
                    });
      int all = 0;
      for (const int of_worker : tiles) all += of_worker;
      EXPECT_EQ(all, 40) << workers << " workers";
    }
  }
}

TEST(TilesTest, OfWhichThereAreFewStartFewThreads) {
  // More threads than this process may have: code that starts one for each worker fails.
  for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
    std::atomic<int> tiles = 0;
    for_each_tile({3, 1}, {.tile = {1, 1}, .workers = 10'000, .sharing = sharing}, [&](const Tile&) { ++tiles; });
    EXPECT_EQ(tiles, 3);
  }
}

TEST(TilesTest, WithoutPixelsOrWorkersAreRefused) {
  const auto never = [](const Tile&) { ADD_FAILURE() << "it must not be called"; };
  EXPECT_THROW((void)count_tiles({4, 4}, {0, 2}), std::invalid_argument);
  EXPECT_THROW((void)count_tiles({0, 0}, {2, 0}), std::invalid_argument);
  EXPECT_THROW(for_each_tile({4, 4}, {.tile = {0, 2}, .workers = 2}, never), std::invalid_argument);
  EXPECT_THROW(for_each_tile({4, 4}, {.tile = {2, 0}, .workers = 2}, never), std::invalid_argument);
  EXPECT_THROW(for_each_tile({4, 4}, {.tile = {2, 2}, .workers = 0}, never), std::invalid_argument);
  EXPECT_THROW(for_each_tile({0, 4}, {.tile = {2, 2}, .workers = 0}, never), std::invalid_argument);
}

TEST(TilesErrorsTest, ReachTheCallerWhateverTheyAre) {
  for (const unsigned workers : kWorkers) {
    for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
      const Tiling tiling{.tile = {1, 1}, .workers = workers, .sharing = sharing};
      EXPECT_THROW(for_each_tile({5, 8}, tiling,
                                 [](const Tile& tile) {
                                   if (tile.index == 7) throw std::out_of_range("tile 7");
                                 }),
                   std::out_of_range);
      EXPECT_THROW(for_each_tile({5, 8}, tiling,
                                 [](const Tile& tile) {
                                   if (tile.index == 39) throw 42;  // NOLINT(hicpp-exception-baseclass): the point
                                 }),
                   int);
      EXPECT_THROW(for_each_tile({5, 8}, tiling, [](const Tile&) { throw std::length_error("each tile"); }),
                   std::length_error);
    }
  }
}

TEST(TilesErrorsTest, KeepOtherTilesFromBeginning) {
  for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
    std::vector<std::size_t> begun;
    EXPECT_THROW(for_each_tile({10, 1}, {.tile = {1, 1}, .workers = 1, .sharing = sharing},
                               [&](const Tile& tile) {
                                 begun.push_back(tile.index);
                                 if (tile.index == 2) throw std::out_of_range("tile 2");
                               }),
                 std::out_of_range);
    EXPECT_EQ(begun, (std::vector<std::size_t>{0, 1, 2}));
  }
}

TEST(TilesErrorsTest, LeaveNoThreadBehind) {
  for (const unsigned workers : kWorkers) {
    std::atomic<int> running = 0;
    const auto body = [&](const Tile& tile) {
      if (tile.index == 0) {
        // Gives another body the time to begin. Where none does, there is none to be left behind.
        for (int i = 0; i < 1000 && workers > 1 && running == 0; ++i) std::this_thread::yield();
        throw std::out_of_range("tile 0");
      }
      ++running;
      for (int i = 0; i < 200; ++i) std::this_thread::yield();
      --running;
    };
    EXPECT_THROW(for_each_tile({40, 1}, {.tile = {1, 1}, .workers = workers}, body), std::out_of_range);
    EXPECT_EQ(running, 0) << workers << " workers";
  }
}
