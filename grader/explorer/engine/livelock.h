#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "explorer/engine/engine.h"

namespace lockstep::explorer {

/// Looks for threads that run and get nowhere: in the latest steps either nobody has changed anything that others see,
/// or the same steps come again and again, in each of whose rounds every thread that can run has failed at something (a
/// try_lock, an exchange, a wait for a value).
/// \param steps         of this schedule
/// \param since_change  steps since any thread last changed something
/// \param too_long      the schedule has reached its limit: the same steps are then enough, whatever they leave
[[nodiscard]] std::optional<RawFinding> livelock(Engine& engine, std::span<const StepDigest> steps,
                                                 std::uint64_t since_change, bool too_long);

}  // namespace lockstep::explorer
