// How long what you wrote takes on so many cores, exactly, on any machine: virtual_time.h says how.

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <numeric>
#include <stdexcept>

#include "apply.h"
#include "chain.h"
#include "lockstep/explore.h"
#include "memory_store.h"
#include "tiles.h"
#include "virtual_time.h"

namespace {

using namespace std::chrono_literals;

/// \return the virtual milliseconds of a picture whose upper part is expensive: the first `expensive` tiles take 10 ms
/// each, the others 1 ms
long uneven(std::size_t tiles, std::size_t expensive, unsigned workers, Sharing sharing) {
  const Tiling tiling{.tile = {1, 1}, .workers = workers, .sharing = sharing};
  return milliseconds_of([&] {
    for_each_tile({.width = tiles, .height = 1}, tiling,
                  [&](const Tile& tile) { work_for(tile.index < expensive ? 10ms : 1ms); });
  });
}

/// Takes a millisecond for each tile.
class SlowFilter : public Filter {
 public:
  [[nodiscard]] std::size_t radius() const override { return 1; }
  void apply(const Source& /*source*/, const Target& /*target*/) const override { work_for(1ms); }
};

struct Times {
  std::chrono::milliseconds read{};
  std::chrono::milliseconds first_convert{};
  std::chrono::milliseconds convert{};
  std::chrono::milliseconds write{};
};

/// \return the virtual milliseconds of so many files
long converted(std::size_t count, std::size_t pictures, const Times& times) {
  MemoryStore store(files(count));
  store.on_read = [&](const std::string&) { work_for(times.read); };
  store.on_write = [&](const std::string&) { work_for(times.write); };
  const auto convert = [&](const Image& picture) {
    work_for(picture.at(0, 0) == 0 ? times.first_convert : times.convert);
    return darker(picture);
  };
  const long taken = milliseconds_of([&] { (void)convert_files(jobs(count), store, convert, pictures); });
  EXPECT_EQ(store.made(), made_of(count));
  return taken;
}

/// \return how many tiles are begun when the first one throws after 1 ms, and each other one takes 3 ms
int begun_with_an_exception(Sharing sharing) {
  std::array<std::atomic<int>, 12> begun{};
  const auto body = [&](const Tile& tile) {
    ++begun.at(tile.index);
    work_for(tile.index == 0 ? 1ms : 3ms);
    if (tile.index == 0) throw std::out_of_range("after 1 ms");
  };
  EXPECT_THROW(for_each_tile({12, 1}, {.tile = {1, 1}, .workers = 2, .sharing = sharing}, body), std::out_of_range);
  return std::accumulate(begun.begin(), begun.end(), 0);
}

}  // namespace

class VirtualCoresTest : public InVirtualTime {};

TEST_F(VirtualCoresTest, FixedStripsWaitForTheExpensiveOne) {
  lockstep::explore([] {
    EXPECT_EQ(uneven(16, 4, 4, Sharing::kStrips), 40) << "a worker took tiles of another strip, or was late";
    EXPECT_EQ(uneven(256, 16, 64, Sharing::kStrips), 40);
  });
}

TEST_F(VirtualCoresTest, StealingSharesAnUnevenPictureOn4Cores) {
  lockstep::explore([] {
    EXPECT_LE(uneven(16, 4, 4, Sharing::kStealing), 14)
        << "after 4 ms three workers have nothing left, and three expensive tiles wait: each of them steals one";
  });
}

// Not on 64 cores: as many thieves, each of which looks at as many strips, make more steps at a time than the explorer
// makes before it lets time pass.
TEST_F(VirtualCoresTest, StealingSharesAnUnevenPictureOn8Cores) {
  lockstep::explore([] {
    EXPECT_LE(uneven(64, 8, 8, Sharing::kStealing), 18)
        << "after 8 ms seven workers have nothing left, and seven expensive tiles wait: each of them steals one";
    EXPECT_LE(uneven(64, 16, 8, Sharing::kStealing), 28)
        << "six workers steal after 8 ms and after 18 ms, and then no tile is left: did one give up before that?";
  });
}

TEST_F(VirtualCoresTest, NoTileIsTakenAfterAnException) {
  lockstep::explore([] {
    EXPECT_LE(begun_with_an_exception(Sharing::kStrips), 2);
    EXPECT_LE(begun_with_an_exception(Sharing::kStealing), 2);
  });
}

TEST_F(VirtualCoresTest, FiltersRunOnAllCores) {
  lockstep::explore([] {
    const Image picture({.width = 8, .height = 4}, 1);
    const SlowFilter slow;
    const std::array<const Filter*, 3> three{&slow, &slow, &slow};
    const Tiling tiling{.tile = {2, 2}, .workers = 8};
    EXPECT_LE(milliseconds_of([&] { (void)apply(slow, picture, tiling); }), 1);
    EXPECT_LE(milliseconds_of([&] { (void)apply_chain(three, picture, tiling); }), 3);
  });
}

TEST_F(VirtualCoresTest, FilesAreReadConvertedAndWrittenAtTheSameTime) {
  lockstep::explore([] {
    // Four files are read one after the other; then one is read as often as one has been written.
    EXPECT_LE(converted(8, 4, {.read = 1ms, .first_convert = 4ms, .convert = 4ms, .write = 1ms}), 15);
    EXPECT_LE(converted(8, 8, {.read = 1ms, .first_convert = 4ms, .convert = 4ms, .write = 1ms}), 13);
  });
}

TEST_F(VirtualCoresTest, NoFileWaitsForASlowOne) {
  lockstep::explore([] {
    // The first file takes 22 ms, and leaves room for one other: seven of those take as long. Then there is room for
    // two.
    EXPECT_LE(converted(10, 2, {.read = 1ms, .first_convert = 20ms, .convert = 1ms, .write = 1ms}), 26);
  });
}
