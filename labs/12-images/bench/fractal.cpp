#include "fractal.h"

unsigned Fractal::steps(std::size_t x, std::size_t y) const {
  const double real = -2.2 + 3.2 * static_cast<double>(x) / static_cast<double>(size.width) + shift;
  const double imaginary = -1.8 + 2.1 * static_cast<double>(y) / static_cast<double>(size.height);
  double re = 0;
  double im = 0;
  unsigned step = 1;
  for (; step < most && re * re + im * im <= 4; ++step) {
    const double next = re * re - im * im + real;
    im = 2 * re * im + imaginary;
    re = next;
  }
  return step;
}

void Fractal::paint(const Rect& area, Image& picture) const {
  for (std::size_t y = area.y; y < area.y + area.height; ++y) {
    for (std::size_t x = area.x; x < area.x + area.width; ++x) {
      const unsigned taken = steps(x, y);
      picture.at(x, y) = taken == most ? 0 : static_cast<std::uint8_t>(255 - 7 * taken % 200);
    }
  }
}
