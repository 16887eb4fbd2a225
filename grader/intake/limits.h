#pragma once

#include <cstddef>
#include <cstdint>

namespace lockstep::intake {

/// What one submission may hold at most; with more it is refused.
inline constexpr std::size_t kMostEntries = 10'000;        ///< files and folders
inline constexpr std::uintmax_t kMostBytes = 64ULL << 20;  ///< of all its files, unpacked
inline constexpr std::size_t kLongestPath = 1024;          ///< bytes
inline constexpr int kDeepestFolder = 8;                   ///< folders below this one are not looked into

}  // namespace lockstep::intake
