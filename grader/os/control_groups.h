#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace lockstep::os {

/// Where a hierarchy of control groups is mounted, and where in it a process is.
struct MountedGroup {
  std::filesystem::path mount_point;
  std::filesystem::path below;  ///< the process's group, from the mount point; "." when the group lies outside of it
};

/// The control groups of a process in the hierarchies that have `controller`, in the order of the mounts.
/// \param controller  of version 1: "cpu", "memory" ...; empty: version 2
/// \param proc_self   the process's folder in /proc; `cgroup` and `mountinfo` are read from it
/// A group lies outside of the mount in a container without a name space of its own for groups. Sources: cgroups(7),
/// and proc(5) for `mountinfo`.
[[nodiscard]] std::vector<MountedGroup> mounted_groups(std::string_view controller,
                                                       const std::filesystem::path& proc_self = "/proc/self");

}  // namespace lockstep::os
