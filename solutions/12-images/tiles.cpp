#include "tiles.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "strip.h"

// Part 2: tiles. Read README.md first.

namespace {

/// Into how many pieces so many pixels are cut.
std::size_t count_pieces(std::size_t pixels, std::size_t piece) {
  // Not (pixels + piece - 1) / piece: that sum may be more than a std::size_t can hold.
  return pixels / piece + (pixels % piece == 0 ? 0 : 1);
}

/// The tiles of a picture, each for one worker only, until there are none left or a worker gave up.
class Work {
 public:
  /// \param workers  not more than tiles
  Work(std::size_t tiles, unsigned workers, Sharing sharing) : sharing_(sharing) {
    for (unsigned worker = 0; worker < workers; ++worker) {
      strips_.emplace_back(tiles * worker / workers, tiles * (worker + 1) / workers);
    }
  }

  /// Calls `body` for tile after tile.
  template <class Body>
  void run(unsigned worker, const Body& body) {
    try {
      for (std::optional<std::size_t> tile = next(worker); tile; tile = next(worker)) body(*tile);
    } catch (...) {
      const std::scoped_lock lock(mutex_);
      if (!first_) first_ = std::current_exception();
      // Relaxed: the others need not see what was done before. They only stop.
      given_up_.store(true, std::memory_order_relaxed);
    }
  }

  /// Call it when all workers have ended.
  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  std::optional<std::size_t> next(unsigned worker) {
    if (given_up_.load(std::memory_order_relaxed)) return std::nullopt;
    std::optional<std::size_t> tile = strips_[worker].take();
    if (sharing_ == Sharing::kStrips) return tile;
    // No strip ever gets a tile, so one that was empty stays so: one round is enough.
    for (std::size_t i = 1; i < strips_.size() && !tile; ++i) tile = strips_[(worker + i) % strips_.size()].steal();
    return tile;
  }

  const Sharing sharing_;
  std::deque<Strip> strips_;  // not a vector, since strips cannot be moved
  std::atomic<bool> given_up_ = false;
  std::mutex mutex_;
  std::exception_ptr first_;  // guarded by mutex_ while workers run
};

}  // namespace

std::size_t count_tiles(const Size& picture, const Size& tile) {
  if (tile.width == 0 || tile.height == 0) throw std::invalid_argument("a tile must have 1 pixel at least");
  return count_pieces(picture.width, tile.width) * count_pieces(picture.height, tile.height);
}

Rect tile_area(const Size& picture, const Size& tile, std::size_t index) {
  const std::size_t columns = count_pieces(picture.width, tile.width);
  const std::size_t x = index % columns * tile.width;
  const std::size_t y = index / columns * tile.height;
  return {.x = x,
          .y = y,
          .width = std::min(tile.width, picture.width - x),
          .height = std::min(tile.height, picture.height - y)};
}

void for_each_tile(const Size& picture, const Tiling& tiling, const TileBody& body) {
  if (tiling.workers == 0) throw std::invalid_argument("there must be 1 worker at least");
  const std::size_t tiles = count_tiles(picture, tiling.tile);
  const auto workers = static_cast<unsigned>(std::min<std::size_t>(tiling.workers, tiles));
  Work work(tiles, workers, tiling.sharing);
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned worker = 0; worker < workers; ++worker) {
      threads.emplace_back([&, worker] {
        work.run(worker, [&](std::size_t index) {
          body({.index = index, .area = tile_area(picture, tiling.tile, index), .worker = worker});
        });
      });
    }
  }  // A jthread joins as it goes: from here on, all that the bodies wrote can be read.
  work.rethrow_if_any();
}
