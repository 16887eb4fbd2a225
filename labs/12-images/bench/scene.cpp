#include "scene.h"

#include <algorithm>
#include <array>
#include <random>

namespace {

constexpr double kPaper = 1.0;
constexpr std::array<std::array<double, 3>, 3> kInks{{{0.55, 0.35, 0.35}, {0.35, 0.5, 0.6}, {0.4, 0.4, 0.4}}};

/// How much light the page gives back at a place, from 0 to 1.
double reflected(std::size_t x, std::size_t y, const Size& size, std::size_t channel) {
  const double from_middle_x = static_cast<double>(x) - 0.72 * static_cast<double>(size.width);
  const double from_middle_y = static_cast<double>(y) - 0.62 * static_cast<double>(size.height);
  const double radius = 0.2 * static_cast<double>(size.height);
  if (from_middle_x * from_middle_x + from_middle_y * from_middle_y < radius * radius) return kInks[0].at(channel);
  // Lines of 24 pixels, and in each of them marks that look like letters.
  const std::size_t line = y / 24;
  const std::size_t letter = x / 14;
  const bool stroke = y % 24 > 6 && y % 24 < 20 && x % 14 > 2 && (x % 14 < 6 || (y + 5 * letter) % 13 < 4);
  const bool blank = (letter * 7 + line * 3) % 5 == 0;
  return stroke && !blank ? kInks.at(line % kInks.size()).at(channel) : kPaper;
}

}  // namespace

Image scene(const Size& size, std::size_t channels) {
  std::mt19937 random(12);
  Image picture(size, channels);
  for (std::size_t y = 0; y < size.height; ++y) {
    for (std::size_t x = 0; x < size.width; ++x) {
      const double light = 250 - 190 *
                                     (static_cast<double>(x) / static_cast<double>(size.width) +
                                      static_cast<double>(y) / static_cast<double>(size.height)) /
                                     2;
      for (std::size_t channel = 0; channel < channels; ++channel) {
        const double noise = static_cast<double>(random() % 13) - 6;
        const double sample = light * reflected(x, y, size, channels == 1 ? 2 : channel) + noise;
        picture.at(x, y, channel) = static_cast<std::uint8_t>(std::clamp(sample, 0.0, 255.0));
      }
    }
  }
  return picture;
}
