#pragma once

#include <optional>
#include <string>

#include "checks/speedup/evidence.h"
#include "checks/verdict.h"
#include "manifest/manifest.h"

namespace lockstep::checks::speedup {

/// What the evidence says about one function.
struct FunctionAssessment {
  double fraction = 0;             ///< of the function's points, 0 to 1, in steps of a tenth
  std::optional<Finding> finding;  ///< why it is not 1
  std::string note;                ///< which measure judged, and its numbers
};

/// Points for a share of the cores: none at `no_points_at` or below, all at `full_points_at` or above, linear between,
/// rounded up to tenths so that a run more or less does not change them.
[[nodiscard]] double points_for(double share, const SpeedupCheck& settings);

/// Whether neither tasks nor recordings have decided against the function: it is worth while to time it.
[[nodiscard]] bool needs_the_clock(const Evidence& evidence, const SpeedupCheck& settings);

/// Assesses one function. What recordings, or else the tasks themselves, showed comes first, as it holds on any
/// machine. The clock can only take points away, and only where trusted threads got what they asked for. Where it
/// cannot tell, the CPU time stands in for it: a function that uses much more of it than the baseline cannot be fast.
/// \param evidence  with rounds, if it needs the clock
[[nodiscard]] FunctionAssessment assess(const Evidence& evidence, const SpeedupCheck& settings);

}  // namespace lockstep::checks::speedup
