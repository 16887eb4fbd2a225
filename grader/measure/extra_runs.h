#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "measure/bench.h"
#include "measure/interval.h"
#include "measure/prediction.h"

namespace lockstep::measure {

/// What was measured with so many workers.
struct Measured {
  unsigned workers = 1;
  Interval speedup;
};

/// What was measured of one function, with several numbers of workers.
struct Timings {
  std::vector<Measured> measured;
  std::size_t rounds = 0;
  std::size_t quiet = 0;  ///< of the rounds, those in which the machine left trusted threads alone
};

/// The numbers of workers to measure with: each up to 8, beyond that powers of two, and all cores; 48 at most.
/// \param cores  that may be used, > 0
[[nodiscard]] std::vector<unsigned> workers_to_measure(double cores);

/// Runs baseline and functions in turn with each number of workers, on fresh data each time.
/// \return a function's timings each; failure when a run failed, or its result was wrong
[[nodiscard]] Answer<std::vector<Timings>> time_runs(const Bench& bench, std::span<const std::string> functions,
                                                     std::span<const unsigned> workers, const SpeedupCheck& settings);

/// Recorded runs of one function.
struct Recordings {
  std::vector<Prediction> predictions;  ///< each number of workers several times
  std::optional<Prediction> timeline;   ///< one more, with its timeline
  std::string refused;  ///< why it cannot be recorded, at all or with more workers, a sentence; or empty
};

/// Has the function recorded with 1 to 48 workers, on fresh data each time, and once with a timeline.
/// \pre bench.predictor
/// \return failure when a result was wrong, or an answer made no sense; a program that spins, deadlocks or ends
/// while it is recorded is no failure: it may only be this way of running that it cannot bear.
[[nodiscard]] Answer<Recordings> record_runs(const Bench& bench, const std::string& function,
                                             unsigned timeline_workers);

}  // namespace lockstep::measure
