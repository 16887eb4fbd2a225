#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "explorer/explore/runner.h"
#include "explorer/report/symbols.h"

namespace lockstep::explorer {

// What more runs show besides findings, after an exploration that found nothing.

/// Locks that two threads take in opposite orders in the plain schedule with nothing to keep them apart, each pair
/// explained.
[[nodiscard]] std::vector<std::string> opposite_lock_orders(Runner& runner, Symbols& symbols);

/// Pairs of lines, as "path:line", that access the same memory from two threads, one of them writing, in an order that
/// the program makes sure of; as seen in the plain schedule and in some dozens of random ones.
/// \param steps  how many steps a schedule of the program has, about
/// \return none when one of these schedules has a finding
[[nodiscard]] std::vector<std::pair<std::string, std::string>> ordered_pairs(Runner& runner, Symbols& symbols,
                                                                             const ExploreOptions& options,
                                                                             std::uint64_t steps);

}  // namespace lockstep::explorer
