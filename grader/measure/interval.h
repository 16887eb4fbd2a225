#pragma once

#include <vector>

namespace lockstep::measure {

/// What is known of a median.
struct Interval {
  double low = 0;
  double middle = 0;  ///< the sample's median
  double high = 0;
};

/// An interval that holds the median of what the sample is drawn from with a probability of at least 99 %, whatever its
/// distribution. Below 8 values there is none, and the whole range is given.
/// \param sample  any order; not empty
/// Order statistics and the sign test: W. J. Conover, Practical Nonparametric Statistics, 3rd ed. (1999), section 3.2.
[[nodiscard]] Interval median_interval(std::vector<double> sample);

/// The median; of an even number of values, the mean of the two in the middle.
/// \param sample  any order; not empty
[[nodiscard]] double median(std::vector<double> sample);

}  // namespace lockstep::measure
