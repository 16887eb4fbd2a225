#include "process/control_group.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "process/signal_if.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

bool put(const fs::path& file, std::string_view text) {
  const os::Fd fd(open(file.c_str(), O_WRONLY | O_CLOEXEC));
  return fd && write(fd.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

std::string get(int fd) {
  std::array<char, 2048> text{};
  const ssize_t size = pread(fd, text.data(), text.size(), 0);
  return {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

/// The number after `key` in lines of "key number"; the first number when `key` is empty.
std::optional<std::uint64_t> number_after(std::string_view text, std::string_view key) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with(key)) continue;
    line.remove_prefix(key.size());
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (error == std::errc{}) return value;
  }
  return std::nullopt;
}

os::Fd open_to_read(const fs::path& file) { return os::Fd(open(file.c_str(), O_RDONLY | O_CLOEXEC)); }

/// The kernel's own limit lies above the real one. Right at its limit, a group may spend seconds on giving up and
/// reading back its programs' pages before the kernel kills anything.
std::string hard_limit(std::uint64_t bytes) {
  constexpr std::uint64_t kLeast = 32ULL << 20;
  return std::to_string(bytes + std::max(kLeast, bytes / 8));
}

/// Removes a group and what nested graders left in it. It is busy until its last process has ended.
void remove_group(const fs::path& dir) {
  std::error_code ignored;
  for (fs::directory_iterator entry(dir, ignored), end; entry != end; entry.increment(ignored)) {
    if (entry->is_directory(ignored)) remove_group(entry->path());
  }
  for (int tries = 0; rmdir(dir.c_str()) != 0 && errno == EBUSY && tries < 500; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// The nearest group from our own upwards that hands memory and pids on to its children, or would do so.
std::optional<fs::path> handing_on() {
  const auto own = own_group("");
  if (!own) return std::nullopt;
  for (fs::path dir = *own; access((dir / "cgroup.controllers").c_str(), F_OK) == 0; dir = dir.parent_path()) {
    std::string handed_on;
    std::getline(std::ifstream(dir / "cgroup.subtree_control"), handed_on);
    const bool enough = handed_on.find("memory") != std::string::npos && handed_on.find("pids") != std::string::npos;
    if (enough && access(dir.c_str(), W_OK) == 0) return dir;
  }
  return std::nullopt;
}

std::vector<pid_t> members(const fs::path& group) {
  std::vector<pid_t> pids;
  std::ifstream file(group / "cgroup.procs");
  for (pid_t pid = 0; file >> pid;) pids.push_back(pid);
  return pids;
}

/// Kills the processes of a group. Read twice, the second time with a descriptor of each in hand: a number that is
/// still there then is not another process's, or its descriptor reaches no process. \return whether there were any
bool kill_members(const fs::path& group) {
  std::vector<std::pair<pid_t, os::Fd>> held;
  for (const pid_t pid : members(group)) held.emplace_back(pid, open_process(pid));
  const auto still = members(group);
  for (const auto& [pid, process] : held) {
    if (std::ranges::find(still, pid) != still.end()) send_signal(process, SIGKILL);
  }
  return !held.empty();
}

}  // namespace

std::optional<fs::path> ControlGroup::add(const fs::path& parent, bool version2) {
  remove_left_over_groups(parent);
  auto folder = GroupFolder::make(parent);
  if (!folder) return std::nullopt;
  fs::path dir = folder->dir;
  groups_.push_back({std::move(*folder), version2});
  os::Fd procs_fd(open((dir / "cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC));
  if (!procs_fd) return std::nullopt;
  procs_fds_.push_back(std::move(procs_fd));
  return dir;
}

void ControlGroup::add_version2(const Limits& limits) {
  const auto parent = handing_on();
  const auto group = parent ? add(*parent, true) : std::nullopt;
  if (!group) return;
  put(*group / "memory.oom.group", "1");
  put(*group / "memory.swap.max", "0");
  if (put(*group / "memory.max", hard_limit(limits.memory_bytes))) {
    memory_ = {.used = open_to_read(*group / "memory.current"),
               .statistics = open_to_read(*group / "memory.stat"),
               .events = open_to_read(*group / "memory.events"),
               .peak = open_to_read(*group / "memory.peak"),
               .anonymous_key = "anon ",
               .shared_key = "shmem ",
               .limit_bytes = limits.memory_bytes};
  }
  limits_processes_ = put(*group / "pids.max", std::to_string(limits.processes));
  cpu_file_ = open_to_read(*group / "cpu.stat");
  cpu_version2_ = true;
}

void ControlGroup::add_version1(const Limits& limits) {
  const auto group_of = [&](const char* controller) {
    const auto parent = own_group(controller);
    return parent ? add(*parent, false) : std::nullopt;
  };
  if (memory_) return;
  if (const auto group = group_of("memory")) {
    if (put(*group / "memory.limit_in_bytes", hard_limit(limits.memory_bytes))) {
      // Where swap is accounted for, memory and swap together; absent otherwise.
      put(*group / "memory.memsw.limit_in_bytes", hard_limit(limits.memory_bytes));
      memory_ = {.used = open_to_read(*group / "memory.usage_in_bytes"),
                 .statistics = open_to_read(*group / "memory.stat"),
                 .events = open_to_read(*group / "memory.oom_control"),
                 .peak = open_to_read(*group / "memory.max_usage_in_bytes"),
                 .anonymous_key = "total_rss ",
                 .shared_key = "total_shmem ",
                 .limit_bytes = limits.memory_bytes};
    }
  }
  if (const auto group = group_of("pids")) {
    limits_processes_ = put(*group / "pids.max", std::to_string(limits.processes));
  }
  if (const auto group = group_of("cpuacct")) cpu_file_ = open_to_read(*group / "cpuacct.usage");
}

ControlGroup ControlGroup::make(const Limits& limits) {
  ControlGroup group;
  group.add_version2(limits);
  group.add_version1(limits);
  return group;
}

ControlGroup::~ControlGroup() {
  for (const Group& group : groups_) remove_group(group.folder.dir);
}

std::optional<std::chrono::microseconds> ControlGroup::cpu() const {
  if (!cpu_file_) return std::nullopt;
  const auto used = number_after(get(cpu_file_.get()), cpu_version2_ ? "usage_usec " : "");
  if (!used) return std::nullopt;
  return std::chrono::microseconds(cpu_version2_ ? *used : *used / 1000);
}

bool ControlGroup::ran_out_of_memory() const {
  if (!memory_) return false;
  if (number_after(get(memory_->events.get()), "oom_kill ").value_or(0) > 0) return true;
  if (number_after(get(memory_->used.get()), "").value_or(0) <= memory_->limit_bytes) return false;
  // What is used counts cached files, too, which the kernel gives up when asked.
  const std::string statistics = get(memory_->statistics.get());
  return number_after(statistics, memory_->anonymous_key).value_or(0) +
             number_after(statistics, memory_->shared_key).value_or(0) >
         memory_->limit_bytes;
}

std::optional<std::uint64_t> ControlGroup::peak_memory_bytes() const {
  return memory_ && memory_->peak ? number_after(get(memory_->peak.get()), "") : std::nullopt;
}

void ControlGroup::kill_all() const {
  for (const auto& [folder, version2] : groups_) {
    if (version2 && put(folder.dir / "cgroup.kill", "1")) continue;
    put(folder.dir / "pids.max", "0");  // so that none is born while we count
    constexpr int kPasses = 100;
    for (int pass = 0; pass < kPasses && kill_members(folder.dir); ++pass) {
    }
  }
}

}  // namespace lockstep::process
