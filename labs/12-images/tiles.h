#pragma once

#include <cstddef>
#include <functional>

#include "area.h"

// Part 2: tiles. You write the functions in tiles.cpp. Read README.md first.

/// Which worker gets which tile.
enum class Sharing {
  kStrips,    ///< each worker has a strip of consecutive tiles, and works on no other
  kStealing,  ///< likewise, but a worker that has none left steals from the strips of others
};

/// How a picture is cut into tiles, and how they are shared.
struct Tiling {
  Size tile{.width = 64,
            .height = 64};  ///< of a tile: both > 0. Those at the right and at the lower edge may be smaller
  unsigned workers = 1;     ///< at most so many tiles are worked on at the same time; > 0
  Sharing sharing = Sharing::kStealing;
};

/// A part of a picture. Never empty.
struct Tile {
  std::size_t index = 0;  ///< 0, 1, 2, ... from left to right and then from top to bottom
  Rect area;              ///< its pixels
  unsigned worker = 0;    ///< the number of the worker that has it: below Tiling::workers
};

/// \return into how many tiles a picture is cut; none when it has no pixels
/// \throw std::invalid_argument when a tile has no pixels
[[nodiscard]] std::size_t count_tiles(const Size& picture, const Size& tile);

/// \return the pixels of a tile \pre index < count_tiles(picture, tile)
[[nodiscard]] Rect tile_area(const Size& picture, const Size& tile, std::size_t index);

using TileBody = std::function<void(const Tile& tile)>;

/// Calls `body` once for each tile. Returns when all calls have ended.
///
/// There are as many strips as workers, but not more than tiles. The lengths of two strips differ by one tile at most,
/// which are the longer ones is left open; the first one belongs to worker 0, the next one to worker 1, and so on. A
/// worker takes the tiles of its strip from the first to the last. With `kStealing`, one whose strip has none left
/// steals the last tile that is left of some other strip: no worker ends while there is a tile that no worker has
/// taken.
///
/// Two calls with the same `worker` never run at the same time, and the later one sees what the earlier one wrote. It
/// starts no more threads than there are tiles; of its threads, none is left when it returns or throws.
///
/// \throw what `body` throws, whatever it is; one of the exceptions where several calls throw. After it, no worker
///        takes another tile, but for one that is about to
/// \throw std::invalid_argument when a tile has no pixels or `tiling.workers` is 0
void for_each_tile(const Size& picture, const Tiling& tiling, const TileBody& body);
