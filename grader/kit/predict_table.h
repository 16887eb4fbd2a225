#pragma once

#include <cstdint>
#include <ostream>
#include <span>

#include "lockstep/measure.h"

namespace lockstep::measure {

struct PredictTableOptions {
  std::uint64_t seed = 1;
  int repeats = 5;  ///< of each number of workers, >= 1
};

/// Predicts, and writes a table for a person: how much faster than the baseline each submission would be on 1 to 64
/// cores, and what keeps it from being faster.
/// \return whether every submission could be predicted; passes on what a workload throws
bool write_predictions(const Workload& baseline, std::span<const Workload> submissions,
                       const PredictTableOptions& options, std::ostream& out);

}  // namespace lockstep::measure
