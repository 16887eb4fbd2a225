#pragma once

#include <sys/types.h>

#include <span>
#include <vector>

#include "result/result.h"

namespace lockstep::process {

/// Processes that compute for as long as this lives, or the thread that made it: the kernel kills them with that
/// thread, however it ends.
class BusyProcesses {
 public:
  /// \return a machine error when one of them cannot be started
  [[nodiscard]] static Result<BusyProcesses> start(int count);
  ~BusyProcesses();
  BusyProcesses(BusyProcesses&&) noexcept = default;
  BusyProcesses& operator=(BusyProcesses&&) = delete;

  [[nodiscard]] std::span<const pid_t> ids() const { return ids_; }

 private:
  BusyProcesses() = default;

  std::vector<pid_t> ids_;
};

}  // namespace lockstep::process
