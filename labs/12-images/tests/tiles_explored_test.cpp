// Few tiles and two workers, but every interleaving of the workers: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

#include "lockstep/explore.h"
#include "meeting.h"
#include "tiles.h"

namespace {

/// A row of pixels, each of which is a tile.
constexpr Size row_of_tiles(std::size_t tiles) { return {.width = tiles, .height = 1}; }

constexpr Tiling kFixed{.tile = {1, 1}, .workers = 2, .sharing = Sharing::kStrips};
constexpr Tiling kStolen{.tile = {1, 1}, .workers = 2, .sharing = Sharing::kStealing};

void expect_each_once(std::size_t tiles, const Tiling& tiling) {
  std::array<int, 4> times{};  // read without synchronisation when the call has returned
  for_each_tile(row_of_tiles(tiles), tiling, [&](const Tile& tile) { ++times.at(tile.area.x); });
  for (std::size_t tile = 0; tile < times.size(); ++tile) EXPECT_EQ(times[tile], tile < tiles ? 1 : 0);
}

void expect_both_at_the_same_time(const Tiling& tiling) {
  Meeting both_inside(2);
  for_each_tile(row_of_tiles(2), tiling, [&](const Tile&) { both_inside.come(); });
  EXPECT_TRUE(both_inside.took_place())
      << "while one of the two tiles was worked on, no worker took the other one. Does a worker hold a lock while it "
         "calls the body, or does one end before the next one begins?";
}

void throw_one_of_two(const Tile& tile) {
  if (tile.index == 0) throw std::out_of_range("the first tile");
  throw std::length_error("the second tile");
}

}  // namespace

TEST(ExploredTilesTest, OfStripsAreWorkedOnOnce) {
  lockstep::explore([] { expect_each_once(4, kFixed); });
}

TEST(ExploredTilesTest, ThatAreStolenAreWorkedOnOnce) {
  lockstep::explore([] { expect_each_once(3, kStolen); });
}

TEST(ExploredTilesTest, LeaveAWorkersValueToItAlone) {
  lockstep::explore([] {
    std::array<int, 2> tiles{};  // written without synchronisation, by the worker with this number alone
    for_each_tile(row_of_tiles(3), kStolen, [&](const Tile& tile) { ++tiles.at(tile.worker); });
    EXPECT_EQ(tiles[0] + tiles[1], 3);
  });
}

TEST(ExploredTilesTest, OfStripsAreWorkedOnAtTheSameTime) {
  lockstep::explore([] { expect_both_at_the_same_time(kFixed); });
}

TEST(ExploredTilesTest, ThatAreStolenAreWorkedOnAtTheSameTime) {
  lockstep::explore([] { expect_both_at_the_same_time(kStolen); });
}

TEST(ExploredTilesTest, OfABusyWorkerAreStolen) {
  lockstep::explore([] {
    // Tiles 0 and 1 are of one strip, and its worker has only begun the first one when the other worker is done.
    Meeting of_one_strip(2);
    for_each_tile(row_of_tiles(4), kStolen, [&](const Tile& tile) {
      if (tile.index < 2) of_one_strip.come();
    });
    EXPECT_TRUE(of_one_strip.took_place()) << "a worker ended although there was a tile that no worker had taken";
  });
}

TEST(ExploredTilesTest, PassOnOneOfTwoExceptions) {
  lockstep::explore([] {
    for (const Tiling& tiling : {kFixed, kStolen}) {
      try {
        for_each_tile(row_of_tiles(2), tiling, throw_one_of_two);
        ADD_FAILURE() << "both bodies throw, and nothing came of it";
      } catch (const std::out_of_range&) {
      } catch (const std::length_error&) {
      }
    }
  });
}
