#pragma once

#include <span>
#include <vector>

// Part 2: the parallel fraction of a program, from measured times.
//
// When an argument makes no sense, the function throws std::invalid_argument, and the message contains what is wrong:
// "measurements" when there are too few or none; "workers" or "seconds" when a measurement has an impossible value.

/// How long one run of the program took.
struct Measurement {
  unsigned workers = 1;  ///< >= 1
  double seconds = 0;    ///< wall-clock time; > 0 and finite

  friend bool operator==(const Measurement&, const Measurement&) = default;
};

/// A program that follows Amdahl's law: it takes serial_s + parallel_s / n seconds on n workers.
struct Fit {
  double serial_s = 0;    ///< >= 0
  double parallel_s = 0;  ///< >= 0
};

/// One measurement for each number of workers that occurs: the median of its times, because a few disturbed runs do not
/// change a median. The median of an even number of times is the mean of the two in the middle.
/// \param runs  in any order; any number of runs for each number of workers
/// \return fewest workers first
/// \throw std::invalid_argument when there are no runs, or one has no workers or a time that is not positive and finite
[[nodiscard]] std::vector<Measurement> medians(std::span<const Measurement> runs);

/// The program that comes closest to the measurements: among all with serial_s >= 0 and parallel_s >= 0, the one with
/// the least sum of squares of (seconds - serial_s - parallel_s / workers). All measurements have the same weight.
///
/// The times lie on a straight line over 1 / n, so this is linear regression. Noise can tilt the line so far that a
/// part becomes negative; then that part is 0, and the other one is the best fit with it.
/// \param measurements  for at least two different numbers of workers: with one number the two parts are not distinct
/// \throw std::invalid_argument when there are too few, or one has no workers or a time that is not positive and finite
[[nodiscard]] Fit fit(std::span<const Measurement> measurements);

/// Which share of the time on one worker can be split: 0 to 1.
/// \param fit  its parts are not both 0
[[nodiscard]] double parallel_fraction(const Fit& fit);
