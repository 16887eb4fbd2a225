#pragma once

#include <string>

#include "explorer/finding/wording.h"
#include "explorer/model/state.h"

namespace lockstep::explorer {

/// "mutex 2": the second mutex that this schedule has met.
[[nodiscard]] std::string describe(State& state, const SyncObject& object);

}  // namespace lockstep::explorer
