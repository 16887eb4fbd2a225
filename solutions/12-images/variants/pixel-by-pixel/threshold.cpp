#include "threshold.h"

void Threshold::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    for (std::size_t x = area.x; x < area.x + area.width; ++x) {
      for (std::size_t channel = 0; channel < source.channels(); ++channel) {
        target.at(x, y, channel) = source.at(x, y, channel) < level_ ? 0 : 255;
      }
    }
  }
}

void AdaptiveThreshold::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  const Size& picture = source.picture();
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    for (std::size_t x = area.x; x < area.x + area.width; ++x) {
      for (std::size_t channel = 0; channel < source.channels(); ++channel) {
        long long above = 0;  // by how much the samples are below this one and its offset, together
        const int sample = source.at(x, y, channel) + offset_;
        for (std::size_t row = y > radius_ ? y - radius_ : 0; row < picture.height && row <= y + radius_; ++row) {
          for (std::size_t column = x > radius_ ? x - radius_ : 0; column < picture.width && column <= x + radius_;
               ++column) {
            above += sample - source.at(column, row, channel);
          }
        }
        target.at(x, y, channel) = above > 0 ? 255 : 0;
      }
    }
  }
}
