#pragma once

#include <span>
#include <string>
#include <string_view>

#include "plot/curve.h"

namespace lockstep::plot {

/// The functions' speedup by cores, each in a panel of its own, both axes logarithmic, so that the physical limit (N
/// times on N cores) is a straight line: what was predicted, Amdahl's law fitted to it, and what was measured with its
/// intervals.
/// \param title   of the picture
/// \param curves  not empty
[[nodiscard]] std::string curve_svg(std::string_view title, std::span<const Curve> curves);

}  // namespace lockstep::plot
