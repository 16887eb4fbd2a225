#pragma once

#include <cstdint>
#include <variant>

#include "baseline_process.h"
#include "explorer/predict/curve.h"
#include "explorer/predict/record.h"
#include "explorer/predict/recording.h"
#include "lockstep/measure.h"
#include "lockstep/unpredictable.h"

namespace lockstep::measure {

/// A job that was run and recorded.
struct RecordedJob {
  std::uint64_t checksum = 0;
  predict::Repetition repetition;  ///< with as many cores as workers
  predict::Recording recording;
};

/// Runs a repetition of the baseline, and then one of the submission, on the same data, one thread at a time.
/// Passes on what a workload throws.
/// \param workers  >= 1
[[nodiscard]] std::variant<RecordedJob, Unpredictable> predicted(const BaselineProcess& baseline,
                                                                 const Workload& submission, std::uint64_t seed,
                                                                 unsigned workers);

}  // namespace lockstep::measure
