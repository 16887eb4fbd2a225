#include "tiles.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "strip.h"

namespace {

using Strips = std::vector<std::unique_ptr<Strip>>;

Strips strips_of(std::size_t tiles, std::size_t workers) {
  Strips strips;
  strips.reserve(workers);
  std::size_t begin = 0;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    const std::size_t end = begin + tiles / workers + (worker < tiles % workers ? 1 : 0);
    strips.push_back(std::make_unique<Strip>(begin, end));
    begin = end;
  }
  return strips;
}

std::optional<std::size_t> stolen(const Strips& strips) {
  while (true) {
    // What is left may change while we look: so look again when the fullest one had nothing.
    const auto left = [](const std::unique_ptr<Strip>& strip) { return strip->left(); };
    const auto fullest = std::ranges::max_element(strips, {}, left);
    if (const auto tile = (*fullest)->steal()) return tile;
    if (std::ranges::all_of(strips, [&](const auto& strip) { return left(strip) == 0; })) return std::nullopt;
  }
}

}  // namespace

std::size_t count_tiles(const Size& picture, const Size& tile) {
  if (tile.width == 0 || tile.height == 0) throw std::invalid_argument("a tile without pixels");
  if (picture.width == 0 || picture.height == 0) return 0;
  return ((picture.width - 1) / tile.width + 1) * ((picture.height - 1) / tile.height + 1);
}

Rect tile_area(const Size& picture, const Size& tile, std::size_t index) {
  const std::size_t columns = (picture.width - 1) / tile.width + 1;
  Rect area{.x = (index % columns) * tile.width, .y = (index / columns) * tile.height};
  area.width = picture.width - area.x < tile.width ? picture.width - area.x : tile.width;
  area.height = picture.height - area.y < tile.height ? picture.height - area.y : tile.height;
  return area;
}

void for_each_tile(const Size& picture, const Tiling& tiling, const TileBody& body) {
  const std::size_t tiles = count_tiles(picture, tiling.tile);
  if (tiling.workers == 0) throw std::invalid_argument("no workers");
  if (tiles == 0) return;
  const std::size_t workers = tiles < tiling.workers ? tiles : tiling.workers;
  const Strips strips = strips_of(tiles, workers);
  std::vector<std::exception_ptr> errors(workers);
  std::atomic<bool> stop = false;

  const auto work = [&](unsigned worker) {
    try {
      while (!stop) {
        auto tile = strips[worker]->take();
        if (!tile && tiling.sharing == Sharing::kStealing) tile = stolen(strips);
        if (!tile) return;
        body({.index = *tile, .area = tile_area(picture, tiling.tile, *tile), .worker = worker});
      }
    } catch (...) {
      errors[worker] = std::current_exception();
      stop = true;
    }
  };

  std::vector<std::thread> threads;
  threads.reserve(workers - 1);
  for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(work, worker);
  work(0);
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}
