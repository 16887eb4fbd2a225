#include <fstream>
#include <sstream>

#include "process/control_group.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

bool names(std::string_view comma_list, std::string_view wanted) {
  while (!comma_list.empty()) {
    const auto end = std::min(comma_list.find(','), comma_list.size());
    if (comma_list.substr(0, end) == wanted) return true;
    comma_list.remove_prefix(std::min(end + 1, comma_list.size()));
  }
  return false;
}

/// The group's path in its hierarchy. A line is "ID:CONTROLLERS:PATH"; version 2 names no controller (cgroups(7)).
std::optional<fs::path> path_of_group(std::string_view controller, const fs::path& proc_self) {
  std::ifstream file(proc_self / "cgroup");
  for (std::string line; std::getline(file, line);) {
    const auto first = line.find(':');
    const auto second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const auto controllers = std::string_view(line).substr(first + 1, second - first - 1);
    const bool found = controller.empty() ? line.starts_with("0::") : names(controllers, controller);
    if (found) return line.substr(second + 1);
  }
  return std::nullopt;
}

}  // namespace

// A line of mountinfo is "ID PARENT DEVICE ROOT MOUNT_POINT OPTIONS FIELD... - TYPE SOURCE SUPER_OPTIONS" (proc(5)).
std::optional<fs::path> own_group(std::string_view controller, const fs::path& proc_self) {
  const auto path = path_of_group(controller, proc_self);
  if (!path) return std::nullopt;
  std::ifstream mounts(proc_self / "mountinfo");
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream words(line);
    std::string skipped, root, mount_point, type, options;
    words >> skipped >> skipped >> skipped >> root >> mount_point;
    while (words >> skipped && skipped != "-") {
    }
    words >> type >> skipped >> options;
    const bool found = controller.empty() ? type == "cgroup2" : type == "cgroup" && names(options, controller);
    if (!found) continue;
    const fs::path below = path->lexically_relative(root);
    // A container without a name space of its own for groups may see a mount that its own group is not below.
    const bool outside = below.empty() || *below.begin() == "..";
    return outside || below == "." ? fs::path(mount_point) : mount_point / below;
  }
  return std::nullopt;
}

}  // namespace lockstep::process
