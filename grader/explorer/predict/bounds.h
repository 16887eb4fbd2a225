#pragma once

#include <optional>
#include <string>

#include "explorer/predict/recording.h"
#include "explorer/predict/schedule.h"

namespace lockstep::predict {

/// What keeps a program from gaining more by more cores.
struct Bounds {
  struct LockWait {
    std::uint32_t lock = 0;
    Nanoseconds waited = 0;  ///< by all threads together, > 0
    Nanoseconds held = 0;    ///< CPU time inside, of all threads together
  };

  double at_most_one_runs = 0;         ///< share of the makespan in which at most one thread runs, 0 to 1
  std::uint32_t busiest_thread = 0;    ///< who does most of the work
  double busiest_share = 0;            ///< of the work, 0 to 1
  std::optional<LockWait> worst_lock;  ///< the one that is waited for longest
};

/// \param table  a schedule of `recording`
[[nodiscard]] Bounds bounds(const Recording& recording, const Timetable& table);

/// A sentence or two for a person: "87 % of the time only one thread was running; the longest wait was for ...".
[[nodiscard]] std::string explain(const Recording& recording, const Bounds& found);

}  // namespace lockstep::predict
