#include "chain.h"

#include <algorithm>
#include <memory>

Rect grown(const Rect& area, std::size_t radius, const Size& picture) {
  // As two corners.
  const std::size_t left = area.x > radius ? area.x - radius : 0;
  const std::size_t top = area.y > radius ? area.y - radius : 0;
  const auto end = [radius](std::size_t behind, std::size_t size) {
    return size - behind > radius ? behind + radius : size;
  };
  return {.x = left,
          .y = top,
          .width = end(area.x + area.width, picture.width) - left,
          .height = end(area.y + area.height, picture.height) - top};
}

namespace {

/// What the filters up to this one make of the picture in `area`. Asks the filter before it for what that needs.
Image result_of(std::span<const Filter* const> filters, const Image& picture, const Rect& area) {
  Image result({.width = area.width, .height = area.height}, picture.channels());
  const Target target(result, area, area);
  const Filter& last = *filters.back();
  if (filters.size() == 1) {
    last.apply(Source(picture), target);
  } else {
    const Rect read = grown(area, last.radius(), picture.size());
    const auto before = std::make_unique<const Image>(result_of(filters.first(filters.size() - 1), picture, read));
    last.apply(Source(*before, read, picture.size()), target);
  }
  return result;
}

}  // namespace

Image apply_chain(std::span<const Filter* const> filters, const Image& picture, const Tiling& tiling) {
  Image all(picture.size(), picture.channels());
  for_each_tile(picture.size(), tiling, [&](const Tile& tile) {
    if (filters.empty()) return;
    const Image result = result_of(filters, picture, tile.area);
    for (std::size_t y = 0; y < tile.area.height; ++y) {
      std::ranges::copy(result.row(y), all.row(tile.area.y + y).subspan(tile.area.x * picture.channels()).begin());
    }
  });
  return filters.empty() ? picture : all;
}
