#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "area.h"

// Given: pictures in memory.

/// Rows of pixels, from top to bottom. A pixel is one sample (grey) or three (red, green, blue), from 0, which is dark,
/// to 255. Different samples are different memory locations, so threads may write to them at the same time.
class Image {
 public:
  /// No pixels, grey.
  Image() = default;

  /// \param channels  samples of a pixel: 1 or 3
  /// \param fill      what each sample is in the beginning
  Image(const Size& size, std::size_t channels, std::uint8_t fill = 0)
      : size_(size), channels_(channels), samples_(size.width * size.height * channels, fill) {
    assert(channels == 1 || channels == 3);
  }

  [[nodiscard]] const Size& size() const { return size_; }
  [[nodiscard]] std::size_t channels() const { return channels_; }

  /// The samples of row `y`, from left to right: those of one pixel stand next to each other. \pre y < height
  [[nodiscard]] std::span<std::uint8_t> row(std::size_t y) {
    assert(y < size_.height);
    return std::span(samples_).subspan(y * row_samples(), row_samples());
  }
  [[nodiscard]] std::span<const std::uint8_t> row(std::size_t y) const {
    assert(y < size_.height);
    return std::span(samples_).subspan(y * row_samples(), row_samples());
  }

  /// A sample. \pre x < width, y < height, channel < channels
  [[nodiscard]] std::uint8_t& at(std::size_t x, std::size_t y, std::size_t channel = 0) {
    assert(x < size_.width && channel < channels_);
    return row(y)[x * channels_ + channel];
  }
  [[nodiscard]] std::uint8_t at(std::size_t x, std::size_t y, std::size_t channel = 0) const {
    assert(x < size_.width && channel < channels_);
    return row(y)[x * channels_ + channel];
  }

  /// All samples, row after row.
  [[nodiscard]] std::span<const std::uint8_t> samples() const { return samples_; }

  friend bool operator==(const Image&, const Image&) = default;

 private:
  [[nodiscard]] std::size_t row_samples() const { return size_.width * channels_; }

  Size size_;
  std::size_t channels_ = 1;
  std::vector<std::uint8_t> samples_;
};
