#include "apply.h"

// Part 3: point by point and by a window. Read README.md first.

Image apply(const Filter& filter, const Image& picture, const Tiling& tiling) {
  // Into a picture of its own: in place, a filter would read what a neighbouring tile has already written.
  Image result(picture.size(), picture.channels());
  const Source source(picture);
  for_each_tile(picture.size(), tiling,
                [&](const Tile& tile) { filter.apply(source, Target(result, whole(picture.size()), tile.area)); });
  return result;
}
