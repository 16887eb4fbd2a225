#include "checks/speedup/accuracy/cpu_quota.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "os/fd.h"
#include "process/control_group.h"

namespace lockstep::checks::speedup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "lockstep-quota-";
constexpr long kPeriodUs = 100'000;  // the kernel's own choice

/// \return 0, or the error number
int put(const fs::path& file, std::string_view text) {
  const os::Fd fd(open(file.c_str(), O_WRONLY | O_CLOEXEC));
  return fd && write(fd.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : errno;
}

/// It is busy until its last process is quite gone.
void remove_group(const fs::path& group) {
  for (int tries = 0; rmdir(group.c_str()) != 0 && errno == EBUSY && tries < 500; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// Held for as long as the group's owner lives; who gets it may remove the group.
os::Fd lock_of(const fs::path& group) {
  os::Fd lock(open(group.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock && flock(lock.get(), LOCK_EX | LOCK_NB) != 0) lock.reset();
  return lock;
}

void remove_left_over(const fs::path& parent) {
  std::error_code ignored;
  for (fs::directory_iterator entry(parent, ignored), end; entry != end; entry.increment(ignored)) {
    if (!entry->path().filename().string().starts_with(kPrefix)) continue;
    if (const os::Fd lock = lock_of(entry->path())) rmdir(entry->path().c_str());
  }
}

/// Where groups stand, and which file sets the quota of one.
struct Hierarchy {
  fs::path home;    ///< the group of this process
  fs::path parent;  ///< of a new one
  bool version2 = false;
};

bool hands_on_cpu(const fs::path& group) {
  std::ifstream file(group / "cgroup.subtree_control");
  for (std::string controller; file >> controller;) {
    if (controller == "cpu") return true;
  }
  return false;
}

std::optional<Hierarchy> find_hierarchy() {
  if (const auto own = process::own_group("cpu")) return Hierarchy{.home = *own, .parent = *own, .version2 = false};
  const auto own = process::own_group("");
  if (!own) return std::nullopt;
  for (fs::path dir = *own; access((dir / "cgroup.procs").c_str(), F_OK) == 0; dir = dir.parent_path()) {
    if (hands_on_cpu(dir)) return Hierarchy{.home = *own, .parent = dir, .version2 = true};
  }
  return std::nullopt;
}

int set_quota(const Hierarchy& hierarchy, const fs::path& group, double cores) {
  const auto quota_us = std::lround(cores * static_cast<double>(kPeriodUs));
  if (hierarchy.version2) return put(group / "cpu.max", fmt::format("{} {}", quota_us, kPeriodUs));
  if (const int failed = put(group / "cpu.cfs_period_us", std::to_string(kPeriodUs))) return failed;
  return put(group / "cpu.cfs_quota_us", std::to_string(quota_us));
}

}  // namespace

Result<CpuQuota> CpuQuota::enter(double cores) {
  assert(cores > 0);
  const auto hierarchy = find_hierarchy();
  if (!hierarchy) return machine_error("no control group hands on the CPU to groups below it");
  remove_left_over(hierarchy->parent);
  const fs::path group = hierarchy->parent / fmt::format("{}{}", kPrefix, getpid());
  if (mkdir(group.c_str(), 0755) != 0) {
    return machine_error(fmt::format("cannot make the control group {}: {}", group.string(), std::strerror(errno)));
  }
  CpuQuota quota(group, hierarchy->home, lock_of(group));
  if (const int failed = set_quota(*hierarchy, group, cores)) {
    return machine_error(fmt::format("{} takes no quota: {}", group.string(), std::strerror(failed)));
  }
  if (const int failed = put(group / "cgroup.procs", "0")) {
    return machine_error(fmt::format("cannot enter {}: {}", group.string(), std::strerror(failed)));
  }
  return quota;
}

CpuQuota::CpuQuota(CpuQuota&& other) noexcept
    : group_(std::exchange(other.group_, {})), home_(std::move(other.home_)), lock_(std::move(other.lock_)) {}

CpuQuota::~CpuQuota() {
  if (group_.empty()) return;
  put(home_ / "cgroup.procs", "0");
  remove_group(group_);
}

}  // namespace lockstep::checks::speedup
