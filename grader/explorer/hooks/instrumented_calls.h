#pragma once

#include <vector>

#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// The places in the program's code that call a hook for an access to memory, in their order: a place comes to the
/// explorer when it is run. Known for an executable; none of a program in a shared library, which calls the hooks by
/// way of a table.
[[nodiscard]] std::vector<Place> instrumented_calls();

}  // namespace lockstep::explorer
