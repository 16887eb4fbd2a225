#pragma once

#include <cstddef>

// Given: sizes and rectangles. All are in pixels; (0, 0) is the upper left corner of a picture.

struct Size {
  std::size_t width = 0;
  std::size_t height = 0;

  friend bool operator==(const Size&, const Size&) = default;
};

/// The pixels from column `x` on and before column x + width, from row `y` on and before row y + height.
struct Rect {
  std::size_t x = 0;
  std::size_t y = 0;
  std::size_t width = 0;
  std::size_t height = 0;

  friend bool operator==(const Rect&, const Rect&) = default;
};

/// All pixels of a picture of this size.
[[nodiscard]] constexpr Rect whole(const Size& size) {
  return {.x = 0, .y = 0, .width = size.width, .height = size.height};
}

/// Whether each pixel of `inner` is one of `outer`.
[[nodiscard]] constexpr bool contains(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x - outer.x <= outer.width &&
         inner.y - outer.y <= outer.height && inner.width <= outer.width - (inner.x - outer.x) &&
         inner.height <= outer.height - (inner.y - outer.y);
}
