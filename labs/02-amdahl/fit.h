#pragma once

#include <span>
#include <vector>

// Part 2: the parallel fraction of a program, from times that were measured.
//
// A function that is given what makes no sense throws std::invalid_argument, and the message contains what is wrong:
// "measurements" when there are none, or too few; "workers" or "seconds" when one of them has such a value.

/// How long the program took, once.
struct Measurement {
  unsigned workers = 1;  ///< >= 1
  double seconds = 0;    ///< wall-clock time; > 0 and finite

  friend bool operator==(const Measurement&, const Measurement&) = default;
};

/// A program after Amdahl's law: it takes serial_s + parallel_s / n seconds on n workers.
struct Fit {
  double serial_s = 0;    ///< >= 0
  double parallel_s = 0;  ///< >= 0
};

/// One measurement for each number of workers that occurs: the median of its times, which a few disturbed runs do not
/// move. The median of an even number of times is the mean of the two in the middle.
/// \param runs  in any order, as many of each number of workers as there are
/// \return fewest workers first
/// \throw std::invalid_argument when there are no runs, or one has no workers or a time that is not positive and finite
[[nodiscard]] std::vector<Measurement> medians(std::span<const Measurement> runs);

/// The program that comes closest to the measurements: of all with serial_s >= 0 and parallel_s >= 0, the one with the
/// least sum of squares of (seconds - serial_s - parallel_s / workers). All measurements count alike.
///
/// The times lie on a straight line over 1 / n, so this is linear regression. Noise can tilt the line so far that a
/// part gets negative; then that part is 0, and the other one is the best that goes with it.
/// \param measurements  of two different numbers of workers at least: one number cannot tell the parts from each other
/// \throw std::invalid_argument when there are too few, or one has no workers or a time that is not positive and finite
[[nodiscard]] Fit fit(std::span<const Measurement> measurements);

/// Which share of the time on one worker can be split: 0 to 1.
/// \param fit  its parts are not both 0
[[nodiscard]] double parallel_fraction(const Fit& fit);
