#pragma once

#include <string>
#include <string_view>

#include "plot/pixels.h"

namespace lockstep::plot {

/// The picture as an SVG file as wide as all others. The pixels of a small one become squares; a large one is made
/// smaller.
[[nodiscard]] std::string pixels_svg(std::string_view title, const Pixels& pixels);

}  // namespace lockstep::plot
