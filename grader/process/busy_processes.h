#pragma once

#include <sys/types.h>

#include <span>
#include <vector>

namespace lockstep::process {

/// Processes that compute for as long as this lives, or the thread that made it: the kernel kills them with that
/// thread, however it ends.
class BusyProcesses {
 public:
  /// Starts as many as it can, up to `count`.
  explicit BusyProcesses(int count);
  ~BusyProcesses();
  BusyProcesses(BusyProcesses&&) noexcept = default;
  BusyProcesses& operator=(BusyProcesses&&) = delete;

  [[nodiscard]] std::span<const pid_t> ids() const { return ids_; }

 private:
  std::vector<pid_t> ids_;
};

}  // namespace lockstep::process
