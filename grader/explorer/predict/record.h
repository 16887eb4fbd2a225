#pragma once

#include <functional>
#include <string>
#include <variant>

#include "explorer/predict/recording.h"
#include "explorer/predict/stopwatch.h"
#include "lockstep/unpredictable.h"

namespace lockstep::predict {

/// Runs `body` as the first of the program's threads, all of which take turns on the calling thread, and records it.
/// The program is not compiled in a special way; only its calls of the C library's synchronisation are seen.
/// \param body    lets no exception out
/// \param clocks  what time is measured with
[[nodiscard]] std::variant<Recording, Unpredictable> record(const std::function<void()>& body,
                                                            const std::function<Clocks()>& clocks = system_clocks);

/// While a body is recorded: lets the threads that are earlier in virtual time catch up. To be called where tasks begin
/// and end, so that they are shared out in the order of that time. Does nothing elsewhere.
void task_boundary();

}  // namespace lockstep::predict
