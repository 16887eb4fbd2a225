#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lockstep::measure {

/// What a lab's program observes of its tasks while a function runs, in the order of the conversation's words
/// (lockstep/measure.h).
enum class Watch {
  kPlain,       ///< nothing: the run that is timed
  kMeet,        ///< which tasks met another one
  kParallelism  ///< work ÷ span
};

inline constexpr std::array<std::string_view, 3> kWatchWords{"plain", "meet", "parallelism"};

/// \return its word in the conversation
[[nodiscard]] constexpr std::string_view word(Watch watch) { return kWatchWords[static_cast<std::size_t>(watch)]; }

/// \return nothing when no watch has that word
[[nodiscard]] constexpr std::optional<Watch> watch_of(std::string_view text) {
  for (std::size_t i = 0; i < kWatchWords.size(); ++i) {
    if (kWatchWords[i] == text) return static_cast<Watch>(i);
  }
  return std::nullopt;
}

}  // namespace lockstep::measure
