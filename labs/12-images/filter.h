#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include "image.h"

// Given: what a filter reads, where it writes, and what a filter is. Pixels have the coordinates that they have in the
// picture, also where only a part of the picture is held.

/// Pixels of a picture that can be read: those of `area()`. It holds no pixels; the picture must outlive it.
class Source {
 public:
  /// All of a picture.
  explicit Source(const Image& picture) : Source(picture, whole(picture.size()), picture.size()) {}

  /// A part.
  /// \param pixels   those of `area`, and no others
  /// \param picture  the size of the whole picture
  Source(const Image& pixels, const Rect& area, const Size& picture)
      : pixels_(&pixels), area_(area), picture_(picture) {
    assert((pixels.size() == Size{.width = area.width, .height = area.height}));
    assert(contains(whole(picture), area));
  }

  [[nodiscard]] const Rect& area() const { return area_; }
  [[nodiscard]] const Size& picture() const { return picture_; }
  [[nodiscard]] std::size_t channels() const { return pixels_->channels(); }

  /// A sample. \pre the pixel is one of `area()`
  [[nodiscard]] std::uint8_t at(std::size_t x, std::size_t y, std::size_t channel) const {
    assert(x >= area_.x && y >= area_.y);
    return pixels_->at(x - area_.x, y - area_.y, channel);
  }

  /// The samples of row `y` from column `area().x` on, `area().width` pixels. \pre the row is one of `area()`
  [[nodiscard]] std::span<const std::uint8_t> row(std::size_t y) const {
    assert(y >= area_.y);
    return pixels_->row(y - area_.y);
  }

 private:
  const Image* pixels_;
  Rect area_;
  Size picture_;
};

/// Pixels of a picture that are to be written: those of `area()`. It holds no pixels; the picture must outlive it.
class Target {
 public:
  /// A part.
  /// \param pixels  those of `held`, and no others
  /// \param area    those of them that are to be written
  Target(Image& pixels, const Rect& held, const Rect& area) : pixels_(&pixels), held_(held), area_(area) {
    assert((pixels.size() == Size{.width = held.width, .height = held.height}));
    assert(contains(held, area));
  }

  [[nodiscard]] const Rect& area() const { return area_; }
  [[nodiscard]] std::size_t channels() const { return pixels_->channels(); }

  /// A sample. \pre the pixel is one of `area()`
  [[nodiscard]] std::uint8_t& at(std::size_t x, std::size_t y, std::size_t channel) const {
    assert(contains(area_, {.x = x, .y = y, .width = 1, .height = 1}));
    return pixels_->at(x - held_.x, y - held_.y, channel);
  }

  /// The samples of row `y` from column `area().x` on, `area().width` pixels. \pre the row is one of `area()`
  [[nodiscard]] std::span<std::uint8_t> row(std::size_t y) const {
    assert(y >= area_.y && y - area_.y < area_.height);
    return pixels_->row(y - held_.y).subspan((area_.x - held_.x) * channels(), area_.width * channels());
  }

 private:
  Image* pixels_;
  Rect held_;
  Rect area_;
};

/// Makes one picture of another one of the same size and with the same channels. Several threads may apply a filter at
/// the same time.
class Filter {
 public:
  Filter() = default;
  Filter(const Filter&) = default;
  Filter& operator=(const Filter&) = default;
  virtual ~Filter() = default;

  /// How far away from a pixel, in columns and in rows, the pixels are on which its result depends. Those within this
  /// distance are its window: 2 * radius + 1 columns and rows, if it is not cut off by the border of the picture.
  [[nodiscard]] virtual std::size_t radius() const = 0;

  /// Writes the result in `target.area()`, and nowhere else.
  /// \pre `source.area()` has all pixels of the picture that are not farther than `radius()` from one of
  ///      `target.area()`, and perhaps no others. Source and target share no pixels, and have as many channels
  virtual void apply(const Source& source, const Target& target) const = 0;
};
