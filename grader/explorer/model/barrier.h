#pragma once

#include <cstdint>

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// What stands at the beginning of a barrier's own memory.
struct Barrier {
  std::uint32_t made = kMade;
  unsigned parties = 0;
  unsigned arrived = 0;

  static constexpr std::uint32_t kMade = 0xBA22'1E25;
};

/// The running thread arrives, and sleeps until the last one does; its `answer` is 1 when it is the last.
void arrive(State& state);

}  // namespace lockstep::explorer
