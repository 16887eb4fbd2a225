#include "os/control_groups.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace lockstep::os {
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

/// The group's path in its hierarchy. A line is "ID:CONTROLLERS:PATH"; version 2 has the id 0 and names no controller.
std::optional<fs::path> path_of_group(std::string_view controller, const fs::path& proc_self) {
  std::ifstream file(proc_self / "cgroup");
  for (std::string line; std::getline(file, line);) {
    const auto first = line.find(':');
    const auto second = first == std::string::npos ? first : line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const auto controllers = std::string_view(line).substr(first + 1, second - first - 1);
    const bool found = controller.empty() ? line.starts_with("0::") : names(controllers, controller);
    if (found) return line.substr(second + 1);
  }
  return std::nullopt;
}

}  // namespace

// A line of mountinfo is "ID PARENT DEVICE ROOT MOUNT_POINT OPTIONS [FIELD...] - TYPE SOURCE SUPER_OPTIONS".
std::vector<MountedGroup> mounted_groups(std::string_view controller, const fs::path& proc_self) {
  std::vector<MountedGroup> groups;
  const auto path = path_of_group(controller, proc_self);
  if (!path) return groups;
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
    fs::path below = path->lexically_relative(root);
    if (below.empty() || *below.begin() == "..") below = ".";
    groups.push_back({mount_point, std::move(below)});
  }
  return groups;
}

}  // namespace lockstep::os
