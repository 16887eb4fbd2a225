#pragma once

#include <cstdint>
#include <memory>

#include "explorer/strategy/strategy.h"
#include "lockstep/explore.h"

namespace lockstep::explorer {

// Each strategy's own factory, defined in its file.
#define LOCKSTEP_STRATEGY(enumerator, name, factory, summary) \
  [[nodiscard]] std::unique_ptr<Strategy> factory(const ExploreOptions& options, std::uint64_t steps);
#include "lockstep/strategies.inc"
#undef LOCKSTEP_STRATEGY

/// \param steps  how many steps a schedule of the program has, about
[[nodiscard]] std::unique_ptr<Strategy> make_strategy(const ExploreOptions& options, std::uint64_t steps);

}  // namespace lockstep::explorer
