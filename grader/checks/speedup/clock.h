#pragma once

#include <span>

#include "checks/speedup/evidence.h"
#include "checks/speedup/interval.h"

namespace lockstep::checks::speedup {

/// What paired rounds tell by the wall clock.
struct ClockSays {
  bool quiet = false;    ///< the machine gave trusted threads what they asked for in most rounds
  double presence = 0;   ///< median of the rounds: CPU ÷ wall-clock time of trusted threads
  double capacity = 0;   ///< median of the rounds: cores attainable
  Interval speedup;      ///< baseline's time ÷ submission's time
  Interval share;        ///< speedup ÷ capacity, each taken in the same round
  double cpu_ratio = 0;  ///< median of the rounds: CPU time of the submission ÷ the baseline's
  std::size_t rounds = 0;
};

/// \param rounds  at least one
[[nodiscard]] ClockSays read_clock(std::span<const Round> rounds, unsigned workers);

inline constexpr std::size_t kLeastRounds = 8;  ///< the fewest from which the median's interval is 99 % sure
inline constexpr std::size_t kMostRounds = 24;
inline constexpr std::size_t kRoundsToFail = 16;  ///< a look later than the first must confirm a bad one

/// Whether more rounds could change the verdict: the interval of the share is not yet on one side of the threshold.
[[nodiscard]] bool is_clear(const ClockSays& clock, double full_points_at);

}  // namespace lockstep::checks::speedup
