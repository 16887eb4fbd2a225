#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep::plot {

/// A picture of grey or of coloured pixels.
struct Pixels {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t channels = 1;       ///< 1: grey; 3: red, green, blue
  std::vector<std::uint8_t> bytes;  ///< row by row, `channels` for each pixel
};

/// Reads a PGM or PPM file with up to 256 values (pgm(5), ppm(5) of Netpbm; P2, P3, P5, P6).
/// \return an input error, a clause, when it is something else, is cut, or has more than 4,000,000 pixels
[[nodiscard]] Result<Pixels> read_pixels(std::string_view file);

/// "320 x 200 pixels, grey from 0 to 255": what can be said of a picture without showing it.
[[nodiscard]] std::string summary(const Pixels& pixels);

}  // namespace lockstep::plot
