#pragma once

#include <optional>

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// Looks for threads that run and get nowhere together: the same steps come again and again, and each thread that can
/// run has come back to where it was, with the same registers and stack, and what it wrote written back.
/// \param too_long  the schedule has reached its limit of steps; before that each of them must also have failed at
///                  something in each round (a try_lock, an exchange, a wait for a value)
[[nodiscard]] std::optional<RawFinding> livelock(State& state, bool too_long);

/// Each thread that could go on is held: it only waits, in a loop, for what no thread is left to do.
[[nodiscard]] RawFinding nothing_left_to_wait_for(State& state);

}  // namespace lockstep::explorer
