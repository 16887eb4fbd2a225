#pragma once

#include <cstdint>

namespace lockstep::explorer {

/// A hash of two numbers, whose order counts.
[[nodiscard]] constexpr std::uint64_t mixed_with(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E37'79B9'7F4A'7C15;
  return hash ^ (hash >> 29);
}

}  // namespace lockstep::explorer
