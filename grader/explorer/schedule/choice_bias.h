#pragma once

#include <cstdint>

namespace lockstep::explorer {

/// Whether all values of a choice are alike, or the first one (0) is what nearly always happens.
enum class ChoiceBias : std::uint8_t { kEven, kFirstIsLikely };

}  // namespace lockstep::explorer
