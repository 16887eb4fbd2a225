#pragma once

#include <string>
#include <utility>
#include <vector>

#include "explorer/explore/runner.h"
#include "explorer/report/symbols.h"

namespace lockstep::explorer {

// What one more run of the plain schedule shows besides findings. Nothing was found in it before.

/// Locks that two threads take in opposite orders with nothing to keep them apart, each pair explained.
[[nodiscard]] std::vector<std::string> opposite_lock_orders(Runner& runner, Symbols& symbols);

/// Pairs of lines, as "path:line", that access the same memory from two threads, one of them writing, in an order that
/// the program makes sure of.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> ordered_pairs(Runner& runner, Symbols& symbols);

}  // namespace lockstep::explorer
