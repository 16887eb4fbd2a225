#pragma once

#include <algorithm>
#include <cstdint>

#include "image.h"

// Filters as the headers define them, pixel by pixel: slow, and easy to see through.

inline Image obvious_threshold(const Image& picture, int level) {
  Image result = picture;
  for (std::size_t y = 0; y < picture.size().height; ++y) {
    for (std::uint8_t& sample : result.row(y)) sample = sample >= level ? 255 : 0;
  }
  return result;
}

/// Calls `look(sample)` for each sample of the window that is inside the picture.
template <class Look>
void look_inside(const Image& picture, long x, long y, std::size_t channel, long radius, const Look& look) {
  const auto width = static_cast<long>(picture.size().width);
  const auto height = static_cast<long>(picture.size().height);
  for (long row = std::max(0L, y - radius); row <= std::min(height - 1, y + radius); ++row) {
    for (long column = std::max(0L, x - radius); column <= std::min(width - 1, x + radius); ++column) {
      look(picture.at(static_cast<std::size_t>(column), static_cast<std::size_t>(row), channel));
    }
  }
}

inline Image obvious_adaptive_threshold(const Image& picture, long radius, int offset) {
  Image result(picture.size(), picture.channels());
  for (std::size_t y = 0; y < picture.size().height; ++y) {
    for (std::size_t x = 0; x < picture.size().width; ++x) {
      for (std::size_t channel = 0; channel < picture.channels(); ++channel) {
        long sum = 0;
        long count = 0;
        look_inside(picture, static_cast<long>(x), static_cast<long>(y), channel, radius, [&](std::uint8_t sample) {
          sum += sample;
          ++count;
        });
        result.at(x, y, channel) = (picture.at(x, y, channel) + offset) * count > sum ? 255 : 0;
      }
    }
  }
  return result;
}

inline Image obvious_blur(const Image& picture, long radius) {
  const auto width = static_cast<long>(picture.size().width);
  const auto height = static_cast<long>(picture.size().height);
  const long count = (2 * radius + 1) * (2 * radius + 1);
  Image result(picture.size(), picture.channels());
  for (long y = 0; y < height; ++y) {
    for (long x = 0; x < width; ++x) {
      for (std::size_t channel = 0; channel < picture.channels(); ++channel) {
        long sum = 0;
        for (long row = y - radius; row <= y + radius; ++row) {
          for (long column = x - radius; column <= x + radius; ++column) {
            sum += picture.at(static_cast<std::size_t>(std::clamp(column, 0L, width - 1)),
                              static_cast<std::size_t>(std::clamp(row, 0L, height - 1)), channel);
          }
        }
        result.at(static_cast<std::size_t>(x), static_cast<std::size_t>(y), channel) =
            static_cast<std::uint8_t>((2 * sum + count) / (2 * count));
      }
    }
  }
  return result;
}
