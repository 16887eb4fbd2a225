#include "blur.h"

#include <algorithm>
#include <cstdint>
#include <vector>

// Part 4: a halo. Read README.md first.

namespace {

/// \return the index that is `radius` before the place `i` of a row or column that begins `radius` before 0: beyond the
///         border the nearest one
std::size_t clamped(std::size_t i, std::size_t radius, std::size_t size) {
  return std::min(i - std::min(i, radius), size - 1);
}

}  // namespace

void Blur::apply(const Source& source, const Target& target) const {
  const Rect& area = target.area();
  const Size& picture = source.picture();
  const std::size_t channels = target.channels();
  const std::size_t window = 2 * radius_ + 1;
  const auto count = static_cast<std::uint32_t>(window * window);

  // For each sample from `radius_` columns before the area to `radius_` behind it: where in a row of the source it is.
  std::vector<std::size_t> places;
  places.reserve((area.width + 2 * radius_) * channels);
  for (std::size_t i = 0; i < area.width + 2 * radius_; ++i) {
    const std::size_t x = clamped(area.x + i, radius_, picture.width);
    for (std::size_t channel = 0; channel < channels; ++channel) {
      places.push_back((x - source.area().x) * channels + channel);
    }
  }

  // The sums of the columns of the window. Unsigned numbers wrap, so a row is taken away by adding its complement.
  std::vector<std::uint32_t> columns(places.size());
  const auto add = [&](std::size_t row, std::uint32_t factor) {
    const auto samples = source.row(clamped(row, radius_, picture.height));
    for (std::size_t i = 0; i < places.size(); ++i) columns[i] += factor * samples[places[i]];
  };
  for (std::size_t row = area.y; row < area.y + window - 1; ++row) add(row, 1);

  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    add(y + window - 1, 1);
    const auto result = target.row(y);
    for (std::size_t channel = 0; channel < channels; ++channel) {
      std::uint32_t sum = 0;
      for (std::size_t i = 0; i < window - 1; ++i) sum += columns[i * channels + channel];
      for (std::size_t x = 0; x < area.width; ++x) {
        sum += columns[(x + window - 1) * channels + channel];
        result[x * channels + channel] = static_cast<std::uint8_t>((sum + count / 2) / count);
        sum -= columns[x * channels + channel];
      }
    }
    add(y, static_cast<std::uint32_t>(-1));
  }
}
