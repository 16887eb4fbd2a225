#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep::plot {

/// Several quantities over one that grows: connections and requests over time.
struct Series {
  struct Curve {
    std::string name;
    std::vector<double> values;  ///< one for each of `at`
  };
  std::string over;           ///< the name of what grows, with its unit: "seconds"
  std::vector<double> at;     ///< never smaller than the one before
  std::vector<Curve> curves;  ///< at least one
};

/// Reads lines of numbers with commas between, below a line of names; the first column is what grows.
/// \return an input error, a clause, when a line is something else, a value is below 0 or above 1e15, the first column
///         ever shrinks, there are not 2 to 5 columns, or there is no line of numbers or more than 10,000
[[nodiscard]] Result<Series> read_series(std::string_view csv);

/// A line for each curve: "open connections: 3 at first, 500 at most (at 1.25), 0 at last".
[[nodiscard]] std::string table(const Series& series);

}  // namespace lockstep::plot
