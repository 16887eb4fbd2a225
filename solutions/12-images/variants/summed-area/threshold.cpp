#include "threshold.h"

#include <algorithm>
#include <vector>

namespace {

/// Sums of all samples above and to the left, for one channel of a source.
class Sums {
 public:
  Sums(const Source& source, std::size_t channel)
      : area_(source.area()), sums_((area_.width + 1) * (area_.height + 1)) {
    for (std::size_t y = 0; y < area_.height; ++y) {
      for (std::size_t x = 0; x < area_.width; ++x) {
        at(x + 1, y + 1) = source.at(area_.x + x, area_.y + y, channel) + at(x, y + 1) + at(x + 1, y) - at(x, y);
      }
    }
  }

  /// From (left, top) on and before (right, bottom), in the coordinates of the picture.
  [[nodiscard]] std::int64_t of(std::size_t left, std::size_t top, std::size_t right, std::size_t bottom) {
    return at(right - area_.x, bottom - area_.y) - at(left - area_.x, bottom - area_.y) -
           at(right - area_.x, top - area_.y) + at(left - area_.x, top - area_.y);
  }

 private:
  std::int64_t& at(std::size_t x, std::size_t y) { return sums_[y * (area_.width + 1) + x]; }

  Rect area_;
  std::vector<std::int64_t> sums_;
};

}  // namespace

void Threshold::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    const auto to = target.row(y);
    for (std::size_t i = 0; i < to.size(); ++i) {
      const std::uint8_t sample = source.row(y)[(area.x - source.area().x) * source.channels() + i];
      to[i] = static_cast<std::uint8_t>(-static_cast<int>(sample >= level_));
    }
  }
}

void AdaptiveThreshold::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  const Size& picture = source.picture();
  for (std::size_t channel = 0; channel < target.channels(); ++channel) {
    Sums sums(source, channel);
    for (std::size_t y = area.y; y < area.y + area.height; ++y) {
      const std::size_t top = y - std::min(y, radius_);
      const std::size_t bottom = std::min(y + radius_ + 1, picture.height);
      for (std::size_t x = area.x; x < area.x + area.width; ++x) {
        const std::size_t left = x - std::min(x, radius_);
        const std::size_t right = std::min(x + radius_ + 1, picture.width);
        const auto count = static_cast<std::int64_t>((bottom - top) * (right - left));
        const std::int64_t sum = sums.of(left, top, right, bottom);
        target.at(x, y, channel) = sum - offset_ * count < source.at(x, y, channel) * count ? 255 : 0;
      }
    }
  }
}
