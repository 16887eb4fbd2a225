#include "blur.h"

#include <algorithm>

void Blur::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  const auto radius = static_cast<long>(radius_);
  const auto right = static_cast<long>(source.picture().width) - 1;
  const auto bottom = static_cast<long>(source.picture().height) - 1;
  const long count = (2 * radius + 1) * (2 * radius + 1);
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    for (std::size_t x = area.x; x < area.x + area.width; ++x) {
      for (std::size_t channel = 0; channel < source.channels(); ++channel) {
        long sum = 0;
        for (long down = -radius; down <= radius; ++down) {
          const long row = std::clamp(static_cast<long>(y) + down, 0L, bottom);
          for (long across = -radius; across <= radius; ++across) {
            const long column = std::clamp(static_cast<long>(x) + across, 0L, right);
            sum += source.at(static_cast<std::size_t>(column), static_cast<std::size_t>(row), channel);
          }
        }
        target.at(x, y, channel) = static_cast<std::uint8_t>((sum + count / 2) / count);
      }
    }
  }
}
