#pragma once

#include <chrono>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "checks/speedup/bench.h"
#include "checks/speedup/evidence.h"
#include "manifest/manifest.h"

namespace lockstep::checks::speedup {

/// Runs `function` under the rendezvous with two workers, on fresh data.
/// \return the share of the tasks that met another one; trouble when a run failed, or its result is not the baseline's
/// (kind `assertion`).
[[nodiscard]] Answer<double> look_whether_tasks_meet(const Bench& bench, const std::string& function,
                                                     const SpeedupCheck& settings);

/// Runs it for its work ÷ span, with two workers, on fresh data each time, and adds what it showed to `structure`.
/// \return trouble as above
[[nodiscard]] Answer<std::monostate> look_how_work_is_shared(const Bench& bench, const std::string& function,
                                                             Structure& structure);

/// A function to time.
struct Timed {
  std::string function;
  double busy = 0;  ///< cores that it can keep busy with as many workers; 0: not known
};

/// Runs baseline and functions in turn, the order changing from round to round, on fresh data in each, until each
/// function's share of the capacity is clear of the threshold, the machine turns out not to be quiet, or the time is
/// up. \param workers  >= 1 \return the rounds of each function; trouble as above.
[[nodiscard]] Answer<std::vector<std::vector<Round>>> time_functions(const Bench& bench,
                                                                     std::span<const Timed> functions, unsigned workers,
                                                                     const SpeedupCheck& settings,
                                                                     std::chrono::milliseconds budget);

}  // namespace lockstep::checks::speedup
