#include "chain.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "apply.h"

// Part 5: a chain of filters. Read README.md first.

namespace {

/// Applies all filters for one tile. \pre there is one at least
void apply_to_tile(std::span<const Filter* const> filters, const Image& picture, const Rect& tile, Image& result) {
  // From the last filter, whose area is the tile, to the first one, whose area is the largest.
  std::vector<Rect> areas(filters.size());
  Rect area = tile;
  for (std::size_t i = filters.size(); i-- > 0;) {
    areas[i] = area;
    area = grown(area, filters[i]->radius(), picture.size());
  }

  Image before;
  Source source(picture);
  for (std::size_t i = 0; i + 1 < filters.size(); ++i) {
    Image after({.width = areas[i].width, .height = areas[i].height}, picture.channels());
    filters[i]->apply(source, Target(after, areas[i], areas[i]));
    before = std::move(after);
    source = Source(before, areas[i], picture.size());
  }
  filters.back()->apply(source, Target(result, whole(picture.size()), tile));
}

}  // namespace

Rect grown(const Rect& area, std::size_t radius, const Size& picture) {
  const std::size_t left = std::min(area.x, radius);
  const std::size_t above = std::min(area.y, radius);
  const std::size_t right = std::min(picture.width - area.x - area.width, radius);
  const std::size_t below = std::min(picture.height - area.y - area.height, radius);
  return {.x = area.x - left,
          .y = area.y - above,
          .width = left + area.width + right,
          .height = above + area.height + below};
}

Image apply_chain(std::span<const Filter* const> filters, const Image& picture, const Tiling& tiling) {
  Image result = picture;
  for_each_tile(picture.size(), tiling, [&](const Tile& tile) {
    if (!filters.empty()) apply_to_tile(filters, picture, tile.area, result);
  });
  return result;
}
