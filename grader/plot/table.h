#pragma once

#include <string>

#include "plot/curve.h"

namespace lockstep::plot {

/// A curve in figures, for a terminal: a line for each number of cores that is a power of two or was measured, then
/// what the fitted law says.
[[nodiscard]] std::string table(const Curve& curve);

}  // namespace lockstep::plot
