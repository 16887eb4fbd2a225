#pragma once

#include <cstdint>
#include <limits>

namespace lockstep::explorer {

/// Virtual time, in nanoseconds.
using Time = std::uint64_t;
inline constexpr Time kNever = std::numeric_limits<Time>::max();

}  // namespace lockstep::explorer
