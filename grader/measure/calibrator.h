#pragma once

#include <functional>

namespace lockstep::measure {

/// What the machine gave to trusted threads at one moment.
struct Capacity {
  double cores = 0;        ///< how much faster N threads did N times the work of one: attainable speedup, at most N
  double cpu_share = 0;    ///< CPU time ÷ wall-clock time of the thread that was held up most, 0 to 1
  double preemptions = 0;  ///< how often one of them had to leave its core to another thread

  /// Whether a clock can tell anything about other programs at this moment.
  [[nodiscard]] bool quiet(unsigned threads) const;
};

/// Asks the machine, with that many threads.
using Calibrator = std::function<Capacity(unsigned threads)>;

/// Runs a kernel of our own that only computes, in this process, which holds no code of a learner: first on one
/// thread, then on `threads` of them at once. Takes some 20 ms on a quiet machine.
/// Busy neighbours lower the cpu_share; a hypervisor that takes time away, or cores that are two halves of one, lower
/// the capacity.
[[nodiscard]] Capacity calibrate(unsigned threads);

}  // namespace lockstep::measure
