#include "os/cores.h"

#include <sched.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>
#include <thread>

#include "os/control_groups.h"

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;

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
  for (const bool version2 : {false, true}) {
    for (const MountedGroup& group : mounted_groups(version2 ? "" : "cpu", proc_self)) {
      const fs::path top = root / group.mount_point.relative_path();
      for (fs::path dir = (top / group.below).lexically_normal();; dir = dir.parent_path()) {
        if (!dir.has_filename()) dir = dir.parent_path();
        least = lesser(least, quota_of(dir, version2));
        if (dir.native().size() <= top.native().size()) break;
      }
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
