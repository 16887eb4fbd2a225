#pragma once

#include <memory>
#include <string_view>

#include "explorer/strategy/strategy.h"
#include "lockstep/explore.h"

namespace lockstep::explorer {

/// \param steps  how many steps a schedule of the program has, about
[[nodiscard]] std::unique_ptr<Strategy> make_strategy(const ExploreOptions& options, std::uint64_t steps);

/// What a finding printed: a schedule, or `STRATEGY:SEED`. \return null when it is neither
[[nodiscard]] std::unique_ptr<Strategy> make_replay(std::string_view text);

}  // namespace lockstep::explorer
