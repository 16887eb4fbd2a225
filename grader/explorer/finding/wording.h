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

/// The note of a wait that ends although nobody has notified it.
inline constexpr std::string_view kSpuriousWakeUp = "spurious wake-up";

/// How the note of an operation begins that fails although nothing keeps it from succeeding.
inline constexpr std::string_view kFailsSpuriously = "fails spuriously";

/// How the note of a load ends that reads what is not the latest.
inline constexpr std::string_view kOlderValue = ", an older value";

}  // namespace lockstep::explorer
