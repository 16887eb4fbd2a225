#pragma once

#include <span>

#include "measure/interval.h"
#include "measure/round.h"

namespace lockstep::measure {

/// What paired rounds tell by the wall clock. Only rounds are believed in which trusted threads got what they asked for
/// and the function had the cores that it can keep busy: a thread that waits for a core, be it for other programs or
/// because the kernel has put two threads on one, says nothing of the function.
struct ClockSays {
  std::size_t rounds = 0;    ///< that are believed
  std::size_t measured = 0;  ///< with the others
  double cpu_share = 0;      ///< median of all: CPU ÷ wall-clock time of trusted threads
  double capacity = 0;       ///< median of all: cores attainable
  double preemptions = 0;    ///< median of all: how often a trusted thread had to leave its core
  Interval speedup;          ///< baseline's time ÷ submission's time, in the rounds that are believed; or in all
  Interval share;            ///< speedup ÷ capacity, each taken in the same round, likewise
  Interval cpu_ratio;        ///< of all: CPU time of the submission ÷ the baseline's
};

/// \param rounds  at least one
/// \param busy    cores that the function can keep busy on average, with so many workers; 0: not known
[[nodiscard]] ClockSays read_clock(std::span<const Round> rounds, unsigned workers, double busy);

inline constexpr std::size_t kLeastRounds = 8;  ///< the fewest from which the median's interval is 99 % sure
inline constexpr std::size_t kMostRounds = 24;
inline constexpr std::size_t kRoundsToFail = 16;  ///< a look later than the first must confirm a bad one

/// Whether the clock judges: for the function at once, against it only when a bad look was confirmed.
[[nodiscard]] bool can_judge(const ClockSays& clock, double full_points_at);

/// Whether more rounds would hardly change the verdict: the interval of the share is on one side of the threshold, or
/// too few rounds are believed.
[[nodiscard]] bool is_clear(const ClockSays& clock, double full_points_at);

}  // namespace lockstep::measure
