#pragma once

#include <algorithm>
#include <limits>

#include "filter.h"

/// \return the pixels of `area`, and no others
inline Image part_of(const Image& picture, const Rect& area) {
  Image part({.width = area.width, .height = area.height}, picture.channels());
  for (std::size_t y = 0; y < area.height; ++y) {
    const auto from = picture.row(area.y + y).subspan(area.x * picture.channels(), area.width * picture.channels());
    std::ranges::copy(from, part.row(y).begin());
  }
  return part;
}

/// \return the area with its halo, as far as the picture goes: from the definition, one step at a time
inline Rect obviously_grown(Rect area, std::size_t radius, const Size& picture) {
  for (std::size_t step = 0; step < std::min(radius, picture.width + picture.height); ++step) {
    if (area.x > 0) {
      --area.x;
      ++area.width;
    }
    if (area.y > 0) {
      --area.y;
      ++area.height;
    }
    if (area.x + area.width < picture.width) ++area.width;
    if (area.y + area.height < picture.height) ++area.height;
  }
  return area;
}

/// Applies a filter to `area`, with a source that has what the filter may read there, and no other pixel.
/// \return the result in `area`, and `fill` in each other place
inline Image applied_to_part(const Filter& filter, const Image& picture, const Rect& area, std::uint8_t fill) {
  const Rect read = obviously_grown(area, filter.radius(), picture.size());
  const Image halo = part_of(picture, read);
  Image result(picture.size(), picture.channels(), fill);
  filter.apply(Source(halo, read, picture.size()), Target(result, whole(picture.size()), area));
  return result;
}

/// `expected` in `area`, and `fill` in each other place.
inline Image only_in(const Image& expected, const Rect& area, std::uint8_t fill) {
  Image result(expected.size(), expected.channels(), fill);
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    const auto from = expected.row(y).subspan(area.x * expected.channels(), area.width * expected.channels());
    std::ranges::copy(from, result.row(y).subspan(area.x * expected.channels()).begin());
  }
  return result;
}

/// Calls `check` with each rectangle of the picture that is not empty.
template <class Check>
void for_each_area(const Size& picture, const Check& check) {
  for (std::size_t y = 0; y < picture.height; ++y) {
    for (std::size_t x = 0; x < picture.width; ++x) {
      for (std::size_t height = 1; height <= picture.height - y; ++height) {
        for (std::size_t width = 1; width <= picture.width - x; ++width) {
          check(Rect{.x = x, .y = y, .width = width, .height = height});
        }
      }
    }
  }
}
