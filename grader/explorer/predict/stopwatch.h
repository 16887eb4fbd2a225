#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "explorer/predict/recording.h"

namespace lockstep::predict {

/// What the clocks show.
struct Clocks {
  Nanoseconds cpu = 0;   ///< time that the thread has had a core
  Nanoseconds real = 0;  ///< time since some moment

  friend bool operator==(const Clocks&, const Clocks&) = default;
};

/// The system's clocks, for the calling thread. All of a recorded program's threads run on it.
[[nodiscard]] Clocks system_clocks();

/// Measures how long the core works on a segment of the program.
///
/// Two clocks, and of the two readings the smaller one: the CPU time does not count what the system takes away, and the
/// real time is read in a tenth of the time and so tells more of a short segment. Each reading has the cost of the
/// measurement itself in it, which a calibration takes off.
class Stopwatch {
 public:
  explicit Stopwatch(std::function<Clocks()> clocks = system_clocks) : clocks_(std::move(clocks)) {}

  void start();

  /// \return the time since `start`
  [[nodiscard]] Nanoseconds stop();

  /// Keeps what is measured from here on: segments that are empty.
  void begin_calibration() { calibrates_ = true; }

  /// From here on the cost of the measurement, the median of either clock so far, is taken off.
  void end_calibration();

 private:
  std::function<Clocks()> clocks_;
  Clocks started_;
  Clocks cost_;
  bool calibrates_ = false;
  std::vector<Clocks> kept_;
};

}  // namespace lockstep::predict
