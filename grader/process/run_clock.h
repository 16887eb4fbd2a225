#pragma once

#include <algorithm>
#include <chrono>

#include "os/run_limits.h"

namespace lockstep::process {

/// On the wall. A run that lasts longer was given less than a twentieth of the time that it wanted: it is stopped, and
/// proves nothing.
[[nodiscard]] inline std::chrono::milliseconds longest_wall(const RunLimits& limits) { return 20 * limits.wall; }

/// The time of a run, against which its wall limit is held. While no thread of the run can go on, it passes as on the
/// wall: a deadlock ends after as long on every machine. While some thread can, it passes with the CPU time that the
/// run gets, and no faster than on the wall: a run that is kept waiting for a core does not grow older.
class RunClock {
 public:
  using Duration = std::chrono::microseconds;

  /// Between two looks that are further apart, this process had no core itself: what the run did then is not known.
  static constexpr Duration kLongestLook = std::chrono::seconds(1);

  /// \param wall      since the last look
  /// \param cpu       CPU time that the run got in it, of all threads together
  /// \param wants_cpu some thread can go on, waits for a disk, or had a core all the time
  void pass(Duration wall, Duration cpu, bool wants_cpu) { age_ += std::min(wall, wants_cpu ? cpu : kLongestLook); }

  [[nodiscard]] Duration age() const { return age_; }

 private:
  Duration age_{};
};

}  // namespace lockstep::process
