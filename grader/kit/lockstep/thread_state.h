#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lockstep {

/// What a thread of a recorded run does at a moment, in the order of the timeline's words (kit/predict_serve.h).
enum class ThreadState : std::uint8_t { kRunning, kWaitingForLock, kWaitingForThread, kWaitingForCore, kAsleep };

inline constexpr std::array<std::string_view, 5> kThreadStateWords{"run", "lock", "wait", "core", "sleep"};

/// \return its word in a timeline
[[nodiscard]] constexpr std::string_view word(ThreadState state) {
  return kThreadStateWords[static_cast<std::size_t>(state)];
}

/// \return nothing when no state has that word
[[nodiscard]] constexpr std::optional<ThreadState> thread_state_of(std::string_view text) {
  for (std::size_t i = 0; i < kThreadStateWords.size(); ++i) {
    if (kThreadStateWords[i] == text) return static_cast<ThreadState>(i);
  }
  return std::nullopt;
}

}  // namespace lockstep
