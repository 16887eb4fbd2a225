#pragma once

#include <string>
#include <string_view>

#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// "thread b"
[[nodiscard]] std::string describe(ThreadId thread);

/// What stands for a place until a person reads it: only then is it looked up in the debug information.
[[nodiscard]] std::string mark(Place place);

/// How the note of a load ends that reads what is not the latest.
inline constexpr std::string_view kOlderValue = ", an older value";

}  // namespace lockstep::explorer
