#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "explorer/explore/runner.h"
#include "explorer/report/symbols.h"

namespace lockstep::explorer {

/// What a data race can do to the program: looks for a schedule that switches threads at the racing accesses too and
/// ends in a failed expectation, a crash, a deadlock ... The racing program really runs, so this happens in a process
/// of its own, for a second at most.
///
/// \param racing  the places of the two accesses
/// \param steps   how many steps a schedule of the program has, about
///
/// \return a sentence, with the command to replay it; empty when nothing was found
[[nodiscard]] std::string find_consequence(Runner& runner, Symbols& symbols, std::span<const Place> racing,
                                           std::uint64_t seed, std::uint64_t steps);

}  // namespace lockstep::explorer
