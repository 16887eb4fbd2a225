#pragma once

#include <functional>

#include "twin/program.h"

namespace lockstep::explorer::twin {

/// Takes operations and threads away, and makes polls shorter, for as long as `still` holds.
[[nodiscard]] Program shrink(Program program, const std::function<bool(const Program&)>& still);

}  // namespace lockstep::explorer::twin
