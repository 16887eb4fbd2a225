#pragma once

#include <cstdint>
#include <string_view>

namespace lockstep::similarity {

/// FNV-1a of 64 bits. Nobody gains by a collision: it makes two submissions more alike, not less.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view bytes, std::uint64_t so_far = 0xcbf29ce484222325U) {
  for (const char c : bytes) so_far = (so_far ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return so_far;
}

}  // namespace lockstep::similarity
