#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lockstep/thread_state.h"

namespace lockstep::measure {

/// A part of a thread's time, in a recorded run on as many cores as workers, in which its state does not change.
struct Slice {
  ThreadState state = ThreadState::kRunning;
  double begin_s = 0;
  double end_s = 0;
};

/// A run of a submission on virtual cores, recorded on one core (kit/predict_serve.h).
struct Prediction {
  struct LockWait {
    std::string name;  ///< what it is, and where it was locked first
    double waited_s = 0;
    double held_s = 0;
  };

  std::uint64_t checksum = 0;
  unsigned workers = 1;     ///< and cores
  double baseline_s = 0;    ///< the sequential code's time on the same data, > 0
  double makespan_s = 0;    ///< the submission's, > 0
  double work_s = 0;        ///< CPU time of all its threads
  double span_s = 0;        ///< the longest chain of segments that wait for each other
  unsigned threads = 1;     ///< that it had in all
  std::string explanation;  ///< what keeps it from being faster: a sentence or two for a person
  double at_most_one_runs = 0;
  double busiest_share = 0;                  ///< of the work, by one thread
  std::optional<LockWait> worst_lock;        ///< the one that was waited for longest
  std::vector<std::vector<Slice>> timeline;  ///< by thread; empty unless asked for
};

/// Reads the object of an answer. \return nothing when it is none, or makes no sense
[[nodiscard]] std::optional<Prediction> read_prediction(std::string_view json);

}  // namespace lockstep::measure
