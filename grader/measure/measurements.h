#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "measure/bench.h"
#include "measure/round.h"

namespace lockstep::measure {

/// Runs `function` under the rendezvous with two workers, on fresh data.
/// \return the share of the tasks that met another one; failure when a run failed, or its result is not the baseline's
/// (kind `assertion`).
[[nodiscard]] Answer<double> measure_overlap(const Bench& bench, const std::string& function,
                                             const SpeedupCheck& settings);

/// How two workers shared the work; it does not depend on the machine.
struct WorkSharing {
  double parallelism = 0;  ///< work ÷ span
  double busiest = 0;      ///< the busiest thread's share of the work
};

/// Runs `function` five times for its work ÷ span, with two workers, on fresh data each time.
/// \return the median of each value; failure as above
[[nodiscard]] Answer<WorkSharing> measure_parallelism(const Bench& bench, const std::string& function);

/// A function to time.
struct Timed {
  std::string function;
  double busy = 0;  ///< cores that it can keep busy with as many workers; 0: not known
};

/// Runs baseline and functions in turn, the order changing from round to round, on fresh data in each, until each
/// function's share of the capacity is clear of the threshold, the machine turns out not to be quiet, or the time is
/// up.
/// \param workers  >= 1
/// \return the rounds of each function; failure as above.
[[nodiscard]] Answer<std::vector<std::vector<Round>>> time_functions(const Bench& bench,
                                                                     std::span<const Timed> functions, unsigned workers,
                                                                     const SpeedupCheck& settings,
                                                                     std::chrono::milliseconds budget);

}  // namespace lockstep::measure
