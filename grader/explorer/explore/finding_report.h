#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "explorer/explore/runner.h"
#include "explorer/report/symbols.h"

namespace lockstep::explorer {

/// A finding, as a person is told of it, and the steps that lead there.
struct FindingReport {
  Exploration::Found found;
  RawFinding raw;
  std::vector<Step> steps;
};

[[nodiscard]] FindingReport make_report(RawFinding finding, std::vector<Step> steps, Symbols& symbols);

/// Runs the schedule that ended in `finding` again, for all that can be told of it: every step, and of a race the calls
/// on both sides and what it can do to the program.
/// \param seed  for the search of what a race can do
/// \return nothing when the schedule ends in something else this time
[[nodiscard]] std::optional<FindingReport> reproduce(Runner& runner, Symbols& symbols, const RawFinding& finding,
                                                     const Schedule& schedule, std::uint64_t seed);

}  // namespace lockstep::explorer
