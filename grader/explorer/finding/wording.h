#pragma once

#include <string>

#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// "thread b"
[[nodiscard]] std::string describe(ThreadId thread);

/// What stands for a place until a person reads it: only then is it looked up in the debug information.
[[nodiscard]] std::string mark(Place place);

}  // namespace lockstep::explorer
