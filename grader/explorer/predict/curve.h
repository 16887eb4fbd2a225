#pragma once

#include <span>
#include <vector>

#include "explorer/predict/recording.h"

namespace lockstep::predict {

/// One repetition of a prediction.
struct Repetition {
  unsigned workers = 1;      ///< and cores
  Nanoseconds baseline = 0;  ///< CPU time of the sequential code on the same data, right before or after; > 0
  Nanoseconds makespan = 0;  ///< of the submission on as many cores; > 0
};

/// How much faster than the baseline on so many cores.
struct Point {
  enum class Basis : unsigned char {
    kRecorded,      ///< the program ran with as many workers
    kBetween,       ///< from the recorded numbers of workers below and above
    kExtrapolated,  ///< beyond the most workers recorded
  };

  unsigned cores = 1;
  double speedup = 0;
  Basis basis = Basis::kRecorded;
};

/// The speedup on 1 to `most` cores.
///
/// Where there are repetitions, the median of baseline ÷ makespan: what slows down the machine for a while (another
/// process in the same cache, a lower clock rate) slows down both times of a repetition and cancels out, and a
/// repetition in which it came in between is an outlier, to either side, that a median does not see.
///
/// Elsewhere the time is taken to be serial + parallel ÷ cores (G. M. Amdahl, AFIPS 1967), through the two nearest
/// numbers of workers that were recorded.
/// \param repetitions  in any order
/// \return nothing without repetitions; with one number of workers only, nothing is known beyond it
[[nodiscard]] std::vector<Point> curve(std::span<const Repetition> repetitions, unsigned most);

}  // namespace lockstep::predict
