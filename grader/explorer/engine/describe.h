#pragma once

#include <string>

#include "explorer/engine/engine.h"

namespace lockstep::explorer {

/// "thread b"
[[nodiscard]] std::string describe(ThreadId thread);

/// "mutex 2": the second mutex that this schedule has met.
[[nodiscard]] std::string describe(Engine& engine, const SyncObject& object);

/// What stands for a place until a person reads it: only then is it looked up in the debug information.
[[nodiscard]] std::string mark(Place place);

}  // namespace lockstep::explorer
