#include "tiles.h"

#include <stdexcept>

// Part 2: tiles. Read README.md first.

std::size_t count_tiles(const Size& /*picture*/, const Size& /*tile*/) {
  throw std::logic_error("count_tiles is not written yet: see part 2 of README.md");
}

Rect tile_area(const Size& /*picture*/, const Size& /*tile*/, std::size_t /*index*/) {
  throw std::logic_error("tile_area is not written yet: see part 2 of README.md");
}

void for_each_tile(const Size& /*picture*/, const Tiling& /*tiling*/, const TileBody& /*body*/) {
  throw std::logic_error("for_each_tile is not written yet: see part 2 of README.md");
}
