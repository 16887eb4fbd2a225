#pragma once

#include <cstddef>

#include "filter.h"

// Part 4: a halo. You write `apply` in blur.cpp. Read README.md first.

/// The mean of the window, rounded to the nearest number. Each channel is treated by itself.
///
/// Beyond the border, the picture goes on with the pixels of the border: the pixel (x, y) is there what the nearest
/// pixel of the picture is. So the window has always (2 * radius + 1) * (2 * radius + 1) samples.
class Blur : public Filter {
 public:
  /// \param radius  of the window, which may be larger than the picture; up to 1024
  explicit Blur(std::size_t radius) : radius_(radius) {}

  [[nodiscard]] std::size_t radius() const override { return radius_; }
  void apply(const Source& source, const Target& target) const override;

 private:
  std::size_t radius_;
};
