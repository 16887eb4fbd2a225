#pragma once

#include <optional>

#include "explorer/engine/engine.h"

namespace lockstep::explorer {

/// No thread can go on, and no time-out will change that: says whether a cycle of locks, a notification that came too
/// early, or a thread that waits for what nobody will do.
[[nodiscard]] RawFinding dead_end(Engine& engine);

/// The same choices led elsewhere than before.
[[nodiscard]] RawFinding strayed(Engine& engine);

/// What is wrong with the end of a thread, when something is: it still holds a lock, or it is the body's and leaves
/// others behind.
[[nodiscard]] std::optional<RawFinding> wrong_at_the_end(Engine& engine, ThreadId thread);

}  // namespace lockstep::explorer
