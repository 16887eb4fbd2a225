#include "os/cores.h"

#include <sched.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;

/// A mounted hierarchy of control groups that can hold CPU quotas.
struct Hierarchy {
  bool version2 = false;
  fs::path group;  ///< the group that is the mount point's root
  fs::path mount_point;
};

bool names_cpu(std::string_view comma_list) {
  for (std::size_t begin = 0; begin <= comma_list.size();) {
    const std::size_t end = std::min(comma_list.find(',', begin), comma_list.size());
    if (comma_list.substr(begin, end - begin) == "cpu") return true;
    begin = end + 1;
  }
  return false;
}

// A line is "ID PARENT DEVICE GROUP MOUNT_POINT OPTIONS [FIELD...] - TYPE SOURCE SUPER_OPTIONS" (proc(5)).
std::optional<Hierarchy> parse_mount(const std::string& line) {
  std::istringstream words(line);
  std::string id, parent, device, group, mount_point, word, type, source, options;
  words >> id >> parent >> device >> group >> mount_point;
  while (words >> word && word != "-") {
  }
  words >> type >> source >> options;
  if (type == "cgroup2") return Hierarchy{true, group, mount_point};
  if (type == "cgroup" && names_cpu(options)) return Hierarchy{false, group, mount_point};
  return std::nullopt;
}

// A line is "ID:CONTROLLERS:GROUP"; version 2 has the id 0 and names no controllers (cgroups(7)).
std::optional<fs::path> own_group(const fs::path& proc_self, bool version2) {
  std::ifstream file(proc_self / "cgroup");
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find(':');
    const std::size_t second = first == std::string::npos ? first : line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1);
    if (version2 ? line.starts_with("0::") : names_cpu(controllers)) return line.substr(second + 1);
  }
  return std::nullopt;
}

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end == text.data()) return std::nullopt;
  return value;
}

std::optional<double> quota_of(const fs::path& dir, bool version2) {
  std::string quota;
  std::string period;
  if (version2) {
    std::ifstream(dir / "cpu.max") >> quota >> period;  // "max 100000" or "150000 100000"
  } else {
    std::ifstream(dir / "cpu.cfs_quota_us") >> quota;  // -1: no limit
    std::ifstream(dir / "cpu.cfs_period_us") >> period;
  }
  const std::optional<double> used_us = number_in(quota);
  const std::optional<double> period_us = number_in(period);
  if (!used_us || !period_us || *used_us <= 0 || *period_us <= 0) return std::nullopt;
  return *used_us / *period_us;
}

std::optional<double> lesser(std::optional<double> a, std::optional<double> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

}  // namespace

std::optional<double> cpu_quota(const fs::path& proc_self, const fs::path& root) {
  std::optional<double> least;
  std::ifstream mounts(proc_self / "mountinfo");
  for (std::string line; std::getline(mounts, line);) {
    const std::optional<Hierarchy> hierarchy = parse_mount(line);
    if (!hierarchy) continue;
    const std::optional<fs::path> group = own_group(proc_self, hierarchy->version2);
    if (!group) continue;

    const fs::path top = root / hierarchy->mount_point.relative_path();
    fs::path below = group->lexically_relative(hierarchy->group);
    // In a container without an own cgroup namespace, the group may lie outside what is mounted.
    if (below.empty() || *below.begin() == "..") below = ".";
    for (fs::path dir = (top / below).lexically_normal();; dir = dir.parent_path()) {
      if (!dir.has_filename()) dir = dir.parent_path();
      least = lesser(least, quota_of(dir, hierarchy->version2));
      if (dir.native().size() <= top.native().size()) break;
    }
  }
  return least;
}

double usable_cores() {
  double cores = std::max(1U, std::thread::hardware_concurrency());
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) cores = std::max(1, CPU_COUNT(&allowed));
  return lesser(cores, cpu_quota()).value_or(cores);
}

}  // namespace lockstep::os
