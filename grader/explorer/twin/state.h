#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <type_traits>

#include "twin/model.h"

namespace lockstep::explorer::twin {

using Small = std::int16_t;

/// Where a thread is.
struct ThreadState {
  Small op = 0;    ///< which of its operations comes next
  Small part = 0;  ///< and which part of it
  Small count = 0;
  Small asleep = 0;    ///< until it is notified, or its deadline is reached
  Small deadline = 0;  ///< 0: none
  std::array<Small, kMostOps> registers{};
};

/// A whole state of a program. Without gaps, so that it can be hashed and compared as bytes.
struct State {
  std::array<ThreadState, kMostThreads> threads{};
  std::array<Small, kWords> words{};
  std::array<Small, kMutexes> owners{-1, -1};
  Small semaphore = 0;
  Small spurious_events = 0;
  Small now_ms = 0;

  [[nodiscard]] std::string_view bytes() const { return {reinterpret_cast<const char*>(this), sizeof *this}; }
  bool operator==(const State& other) const { return bytes() == other.bytes(); }
};
static_assert(std::has_unique_object_representations_v<State>);

/// Gets a state that may come next.
using Visit = std::function<void(const State&)>;

/// Calls `visit` for each state that may come after `state`.
void for_each_next(const Program& program, const ModelOptions& options, const State& state, const Visit& visit);

[[nodiscard]] bool all_ended(const Program& program, const State& state);

}  // namespace lockstep::explorer::twin
