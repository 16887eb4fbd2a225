#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>

#include "explorer/predict/recording.h"
#include "lockstep/measure.h"

namespace lockstep::measure {

/// Runs the baseline in a process of its own, with one thread and a heap that nothing else has used: what a program
/// with threads does to memory would cost it a quarter of its time.
class BaselineProcess {
 public:
  /// To be made before anything else runs, while the process is small.
  explicit BaselineProcess(const Workload& baseline);
  ~BaselineProcess();
  BaselineProcess(const BaselineProcess&) = delete;
  BaselineProcess& operator=(const BaselineProcess&) = delete;

  /// The CPU time of a repetition on that core; nothing when the process has ended, because the baseline threw or
  /// crashed.
  [[nodiscard]] std::optional<predict::Nanoseconds> time(std::uint64_t seed, int core) const;

 private:
  int socket_ = -1;
  pid_t child_ = -1;
};

}  // namespace lockstep::measure
