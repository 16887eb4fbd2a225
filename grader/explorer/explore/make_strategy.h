#pragma once

#include <memory>

#include "explorer/strategy/strategy.h"
#include "lockstep/explore.h"

namespace lockstep::explorer {

/// \param steps  how many steps a schedule of the program has, about
[[nodiscard]] std::unique_ptr<Strategy> make_strategy(const ExploreOptions& options, std::uint64_t steps);

}  // namespace lockstep::explorer
