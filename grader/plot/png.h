#pragma once

#include <string>

#include "plot/pixels.h"

namespace lockstep::plot {

/// As a PNG file; empty for a picture without pixels, which PNG does not know.
[[nodiscard]] std::string png(const Pixels& pixels);

}  // namespace lockstep::plot
