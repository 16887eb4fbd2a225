#pragma once

#include <filesystem>

#include "os/fd.h"
#include "result/result.h"

namespace lockstep::checks::speedup {

/// Keeps this process, and those that it starts, within a CPU quota: in a control group of its own (version 1 or 2),
/// left and removed when this ends. A group that a killed process left is removed by the next one that needs a quota.
class CpuQuota {
 public:
  /// \param cores  > 0; 1.5 is one core and half of another's time
  /// \return why there is none: a control group may not be made here, or takes no quota
  [[nodiscard]] static Result<CpuQuota> enter(double cores);

  CpuQuota(CpuQuota&& other) noexcept;
  CpuQuota& operator=(CpuQuota&&) = delete;
  ~CpuQuota();

  [[nodiscard]] const std::filesystem::path& group() const { return group_; }

 private:
  CpuQuota(std::filesystem::path group, std::filesystem::path home, os::Fd lock)
      : group_(std::move(group)), home_(std::move(home)), lock_(std::move(lock)) {}

  std::filesystem::path group_;  // empty: moved from
  std::filesystem::path home_;   // the group that the process was in
  os::Fd lock_;                  // tells others that this lives
};

}  // namespace lockstep::checks::speedup
