#pragma once

#include <cstdint>
#include <string>

#include "cli/explored_report.h"
#include "cli/run_explore.h"

namespace lockstep::cli {

/// "schedule 57; reduced from 9 preemptions to 2 in 41 runs"
[[nodiscard]] std::string schedule_text(const ExploredFinding& found);

/// The command that shows every step of a schedule of the program that `options` names.
/// \param past_races  that the schedule went on behind
[[nodiscard]] std::string replay_command(const ExploreOptions& options, const std::string& schedule,
                                         std::uint64_t past_races = 0);

/// What `./lab explore` prints of an exploration, with the same options.
[[nodiscard]] std::string explored_text(const ExploredReport& report, const ExploreOptions& options);

}  // namespace lockstep::cli
