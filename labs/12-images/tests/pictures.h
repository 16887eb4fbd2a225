#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <ostream>
#include <random>

#include "image.h"
#include "tiles.h"

/// Numbers of workers for which everything must be right: few, more than this machine has cores, and prime numbers,
/// which divide no number of tiles by chance.
inline constexpr std::array<unsigned, 8> kWorkers{1, 2, 3, 4, 5, 7, 11, 13};

/// Pictures of a pixel, a row, a column, and of sizes that no tile divides.
inline constexpr std::array<Size, 5> kSizes{Size{1, 1}, Size{9, 1}, Size{1, 7}, Size{5, 4}, Size{11, 8}};

/// A picture in which each sample is different from its neighbours: the same one for the same numbers.
inline Image noise(const Size& size, std::size_t channels, unsigned seed) {
  std::mt19937 random(seed);
  Image picture(size, channels);
  for (std::size_t y = 0; y < size.height; ++y) {
    for (std::uint8_t& sample : picture.row(y)) sample = static_cast<std::uint8_t>(random() % 256);
  }
  return picture;
}

/// Calls `check` with tiles of each size up to one that is larger than the picture, and with one that is as large as a
/// number can be; with all numbers of workers, which take turns; and with both ways to share the tiles.
template <class Check>
void for_each_tiling(const Size& picture, const Check& check) {
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  std::size_t turn = 0;
  const auto call = [&](const Size& tile) {
    for (const Sharing sharing : {Sharing::kStrips, Sharing::kStealing}) {
      check(Tiling{.tile = tile, .workers = kWorkers.at(turn++ % kWorkers.size()), .sharing = sharing});
    }
  };
  for (std::size_t height = 1; height <= picture.height + 1; ++height) {
    for (std::size_t width = 1; width <= picture.width + 1; ++width) call({.width = width, .height = height});
  }
  call({.width = kMost, .height = kMost});
  call({.width = 2, .height = kMost});
  call({.width = kMost, .height = 2});
}

// As they are shown when a case fails.

inline std::ostream& operator<<(std::ostream& out, const Size& size) {
  return out << size.width << " x " << size.height;
}

inline std::ostream& operator<<(std::ostream& out, const Rect& rect) {
  return out << rect.width << " x " << rect.height << " pixels from (" << rect.x << ", " << rect.y << ")";
}

inline std::ostream& operator<<(std::ostream& out, const Tiling& tiling) {
  return out << "tiles of " << tiling.tile << ", " << tiling.workers << (tiling.workers == 1 ? " worker" : " workers")
             << (tiling.sharing == Sharing::kStrips ? " with fixed strips" : " that steal");
}

/// All samples, row by row: the pictures of the tests are small.
inline std::ostream& operator<<(std::ostream& out, const Image& image) {
  out << image.size() << " pixels, " << image.channels() << (image.channels() == 1 ? " channel:" : " channels:");
  for (std::size_t y = 0; y < image.size().height; ++y) {
    out << "\n ";
    for (const std::uint8_t sample : image.row(y)) out << ' ' << static_cast<int>(sample);
  }
  return out;
}
