#pragma once

#include <string_view>

#include "explorer/finding/finding.h"
#include "explorer/memory/shadow.h"

namespace lockstep::explorer {

/// What is found when a thread goes beyond the end of a block of the heap.
/// \param end  of the block, as the shadow has it
/// \param does  what the thread does there: "reads", "uses mutex 2"
[[nodiscard]] RawFinding out_of_bounds(const Access& end, ThreadId thread, std::string_view does, Place place);

}  // namespace lockstep::explorer
