#pragma once

#include <string>
#include <string_view>

#include "plot/series.h"

namespace lockstep::plot {

/// The curves, one below the other over the same axis, each with a scale of its own from 0 on.
[[nodiscard]] std::string series_svg(std::string_view title, const Series& series);

}  // namespace lockstep::plot
