#include <gtest/gtest.h>

#include <array>

#include "apply.h"
#include "chain.h"
#include "lockstep/explore.h"
#include "tiles.h"
#include "virtual_time.h"

namespace {

using namespace std::chrono_literals;

/// Takes 10 ms for each tile in the lower two rows of a picture, and 1 ms for others.
class UnevenFilter : public Filter {
 public:
  [[nodiscard]] std::size_t radius() const override { return 0; }
  void apply(const Source& source, const Target& target) const override {
    work_for(target.area().y + 2 >= source.picture().height ? 10ms : 1ms);
  }
};

}  // namespace

class HiddenCoresTest : public InVirtualTime {};

TEST_F(HiddenCoresTest, ExpensiveTilesLast) {
  // Strips of four tiles; all of the last one are expensive. After 4 ms three of them are left, and two workers: so the
  // last one is begun after 10 ms by its owner.
  lockstep::explore([] {
    const long time = milliseconds_of([] {
      for_each_tile({.width = 12, .height = 1}, {.tile = {1, 1}, .workers = 3},
                    [](const Tile& tile) { work_for(tile.index >= 8 ? 10ms : 1ms); });
    });
    EXPECT_LE(time, 20) << "a worker was idle while there were tiles that no worker had taken";
  });
}

TEST_F(HiddenCoresTest, FiltersSteal) {
  lockstep::explore([] {
    // Eight rows of two tiles, of which the four tiles at the bottom are one strip, and expensive.
    const Image picture({.width = 2, .height = 8}, 1);
    const UnevenFilter uneven;
    const std::array<const Filter*, 1> one{&uneven};
    const Tiling stealing{.tile = {1, 1}, .workers = 4};
    const Tiling fixed{.tile = {1, 1}, .workers = 4, .sharing = Sharing::kStrips};
    EXPECT_LE(milliseconds_of([&] { (void)apply(uneven, picture, stealing); }), 14);
    EXPECT_LE(milliseconds_of([&] { (void)apply_chain(one, picture, stealing); }), 14);
    EXPECT_EQ(milliseconds_of([&] { (void)apply(uneven, picture, fixed); }), 40);
    EXPECT_EQ(milliseconds_of([&] { (void)apply_chain(one, picture, fixed); }), 40);
  });
}
