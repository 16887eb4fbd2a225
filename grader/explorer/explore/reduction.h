#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "explorer/schedule/schedule.h"
#include "explorer/strategy/strategy.h"
#include "lockstep/reduction.h"

namespace lockstep::explorer {

/// Enough for all schedules with one preemption of a test's body, which has some hundred steps, and no more than a
/// moment: milliseconds on fibres, less than a second on real threads.
inline constexpr std::uint64_t kMostReducingRuns = 400;

/// Runs the schedule that a strategy, which has begun it, chooses. \return whether it ends in the finding
using Trial = std::function<bool(Strategy&)>;

struct Reduced {
  Schedule schedule;  ///< as far as its last choice that does not follow by itself
  Reduction reduction;
};

/// The smallest schedule that still ends in the finding, in the order of `ScheduleSize`, so far as a bounded number of
/// runs shows: the same for the same program on every machine.
///
/// First, of what makes the schedule differ from the plain one, all is left out that is not needed, in large parts and
/// then in smaller ones, down to each single choice (delta debugging: Zeller and Hildebrandt, "Simplifying and
/// Isolating Failure-Inducing Input", TSE 28(2), 2002; of its two moves, the removal of a part). Then schedules without
/// a preemption are run depth first, then those with one, and so on up to as many as are left (iterative context
/// bounding: Musuvathi and Qadeer, PLDI 2007). Where that ends before the runs are used up, no schedule with as few
/// spurious events has fewer preemptions.
///
/// \param found      a schedule that ended in the finding
/// \param most_runs  at most so many, and a further one that proves the result
/// \return nothing when it does not end in the finding, run again
[[nodiscard]] std::optional<Reduced> reduced(const Schedule& found, const Trial& trial,
                                             std::uint64_t most_runs = kMostReducingRuns);

}  // namespace lockstep::explorer
