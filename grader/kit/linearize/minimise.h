#pragma once

#include <functional>

#include "linearize/scenario.h"

namespace lockstep::linearize {

/// The smallest scenario that still fails: the fewest threads, then operations, then the first arguments; no step makes
/// it smaller.
/// \param fails  whether a scenario does; the one given does
[[nodiscard]] Scenario minimised(Scenario scenario, const std::function<bool(const Scenario&)>& fails);

}  // namespace lockstep::linearize
