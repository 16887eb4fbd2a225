#include "edges.h"

#include <algorithm>
#include <cmath>

void Edges::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  const Size& picture = source.picture();
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    const std::size_t above = y == 0 ? 0 : y - 1;
    const std::size_t below = std::min(y + 1, picture.height - 1);
    for (std::size_t x = area.x; x < area.x + area.width; ++x) {
      const std::size_t left = x == 0 ? 0 : x - 1;
      const std::size_t right = std::min(x + 1, picture.width - 1);
      for (std::size_t channel = 0; channel < target.channels(); ++channel) {
        const auto at = [&](std::size_t column, std::size_t row) {
          return static_cast<int>(source.at(column, row, channel));
        };
        const int across = at(right, above) + 2 * at(right, y) + at(right, below) - at(left, above) - 2 * at(left, y) -
                           at(left, below);
        const int down = at(left, below) + 2 * at(x, below) + at(right, below) - at(left, above) - 2 * at(x, above) -
                         at(right, above);
        target.at(x, y, channel) = static_cast<std::uint8_t>(std::min(255.0, std::hypot(across, down)));
      }
    }
  }
}
