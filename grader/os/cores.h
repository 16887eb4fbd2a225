#pragma once

#include <filesystem>
#include <optional>

namespace lockstep::os {

/// The cores that this process may use at a time: those of its CPU affinity, or the CPU quota of its control groups
/// where that is less. A quota may leave a fraction: 1.5.
/// \return > 0. What the kernel does not tell counts as no limit.
[[nodiscard]] double usable_cores();

/// The CPU quota of a process's control groups (version 1 and 2), in cores: the least on the way up to the root.
/// \param proc_self  the process's folder in /proc; `cgroup` and `mountinfo` are read from it
/// \param root       what the mount points in `mountinfo` are relative to; "/" but for tests
/// \return nothing when no group sets a quota.
/// Sources: the kernel's cgroup-v2.rst ("cpu.max") and sched-bwc.rst ("cpu.cfs_quota_us", "cpu.cfs_period_us").
[[nodiscard]] std::optional<double> cpu_quota(const std::filesystem::path& proc_self = "/proc/self",
                                              const std::filesystem::path& root = "/");

}  // namespace lockstep::os
