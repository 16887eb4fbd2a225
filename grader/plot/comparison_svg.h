#pragma once

#include <span>
#include <string>
#include <string_view>

#include "plot/comparison.h"

namespace lockstep::plot {

/// A picture with a bar for each way; each panel has a scale of its own, from 0.
/// \pre each panel has a way
[[nodiscard]] std::string comparison_svg(std::string_view title, std::span<const ComparedPanel> panels);

}  // namespace lockstep::plot
