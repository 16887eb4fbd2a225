#pragma once

#include <optional>

#include "explorer/explore/finding_report.h"
#include "explorer/explore/reduction.h"
#include "explorer/explore/runner.h"
#include "lockstep/explore.h"

namespace lockstep::explorer {

/// Whether two schedules of one program have shown the same thing. The kind is the same, and
/// - of a failed expectation, its line is (the first that fails in the schedule);
/// - of all else that has places in the program, they are, in whatever order: the two accesses of a race, where each
///   thread of a deadlock waits, the wait and the notification that missed it, the access to freed memory and the
///   `free`. Which thread is at which of them makes no difference, nor at which address: threads that run the same code
///   may change roles;
/// - of a livelock, as many threads run in vain: at which step of their rounds they are seen is chance;
/// - of what has neither line nor places, such as a program that ends with a status other than 0, the message is.
[[nodiscard]] bool same_finding(const RawFinding& one, const RawFinding& other);

/// A finding in the smallest schedule that still ends in it.
struct ReducedFinding {
  RawFinding finding;  ///< as that schedule shows it: threads may have other numbers
  Schedule schedule;
  Reduction reduction;
};

/// Makes the schedule that ended in `finding` smaller. None of the runs counts as explored.
/// \param most_runs  at most so many
/// \return nothing when it does not end in it again, or in what must not be tried hundreds of times: a time-out takes
///         seconds, and a program that does not repeat itself proves nothing
[[nodiscard]] std::optional<ReducedFinding> reduce(Runner& runner, const Rules& rules, const RawFinding& finding,
                                                   const Schedule& schedule,
                                                   std::uint64_t most_runs = kMostReducingRuns);

/// Makes the schedule smaller and runs the smallest once more with every step noted, as `reproduce` does.
/// \return nothing when there is no smallest one, or when it does not end in the finding once more
[[nodiscard]] std::optional<FindingReport> reproduce_reduced(Runner& runner, Symbols& symbols,
                                                             const RawFinding& finding, const Schedule& schedule,
                                                             const ExploreOptions& options);

}  // namespace lockstep::explorer
