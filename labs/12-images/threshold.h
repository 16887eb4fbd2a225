#pragma once

#include <cstddef>
#include <cstdint>

#include "filter.h"

// Part 3: point by point and by a window. You write both `apply` in threshold.cpp. Read README.md first.
// Each channel is treated by itself.

/// White (255) where a sample is `level` or more, and black (0) elsewhere.
class Threshold : public Filter {
 public:
  explicit Threshold(std::uint8_t level) : level_(level) {}

  [[nodiscard]] std::size_t radius() const override { return 0; }
  void apply(const Source& source, const Target& target) const override;

 private:
  std::uint8_t level_;
};

/// White (255) where a sample is above the mean of its window, less `offset`, and black (0) elsewhere: for pictures
/// whose light is uneven.
///
/// Beyond the border of the picture there is nothing: there, the window is smaller, and so is the number of its
/// samples. The mean is not rounded: a sample s is white when s + offset > sum / count, exactly.
class AdaptiveThreshold : public Filter {
 public:
  /// \param radius  of the window, which may be larger than the picture; up to 2^20
  /// \param offset  from -255 to 255
  AdaptiveThreshold(std::size_t radius, int offset) : radius_(radius), offset_(offset) {}

  [[nodiscard]] std::size_t radius() const override { return radius_; }
  void apply(const Source& source, const Target& target) const override;

 private:
  std::size_t radius_;
  int offset_;
};
