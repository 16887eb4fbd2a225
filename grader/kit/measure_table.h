#pragma once

#include <cstdint>
#include <ostream>
#include <span>

#include "lockstep/measure.h"

namespace lockstep::measure {

struct TableOptions {
  std::uint64_t seed = 1;
  unsigned most_workers = 4;  ///< >= 1
  int repeats = 5;            ///< of each time, >= 1; their median is shown
};

/// Measures, and writes a table for a person: the times of each submission with 1, 2, 4, … workers beside the
/// baseline's, and what tells whether its tasks run at the same time and are evenly shared, on any machine.
/// \return whether every submission gave the baseline's results; passes on what a workload throws
bool write_table(const Workload& baseline, std::span<const Workload> submissions, const TableOptions& options,
                 std::ostream& out);

}  // namespace lockstep::measure
