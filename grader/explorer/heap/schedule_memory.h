#pragma once

#include <cstdint>

namespace lockstep::explorer {

/// The schedule is over: the next one's blocks will lie at the same addresses.
void end_schedule_memory();

/// How often the addresses of all later schedules' blocks have changed, because a block outlives its schedule.
[[nodiscard]] std::uint64_t moves_of_schedule_memory();

}  // namespace lockstep::explorer
