#include "process/meter.h"

#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <system_error>

#include "process/process_tree.h"
#include "process/signal_if.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

/// Whether a folder holds more than `limit` bytes; every file and folder counts as at least one block.
bool holds_more(const fs::path& dir, std::uint64_t limit) {
  constexpr std::uint64_t kBlock = 4096;
  std::uint64_t sum = 0;
  std::error_code ignored;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator entry(dir, options, ignored), end; entry != end; entry.increment(ignored)) {
    struct stat info {};
    if (lstat(entry->path().c_str(), &info) != 0) continue;
    sum += std::max<std::uint64_t>(kBlock, static_cast<std::uint64_t>(info.st_blocks) * 512);
    if (sum > limit) return true;
  }
  return false;
}

}  // namespace

Meter::Meter(const Limits& limits, bool counts_processes, fs::path scratch)
    : limits_(limits),
      group_(ControlGroup::make({.memory_bytes = limits.memory_bytes, .processes = limits.processes})),
      counts_processes_(counts_processes && !group_.limits_processes()),
      by_looking_(counts_processes_ || !group_.limits_memory() || !group_.cpu()),
      scratch_(std::move(scratch)) {}

void Meter::look_at_processes(pid_t init) {
  const auto pids = descendants(init);
  const Usage now = usage(pids);
  // What has ended without being waited for by init drops out of the sum: keep the most that was ever seen.
  cpu_ = std::max(cpu_, now.cpu + waited_for_cpu(init));
  memory_ = now.resident_bytes;
  peak_ = std::max(peak_, memory_);
  tasks_ = now.tasks;
}

std::optional<Exit> Meter::look(pid_t init) {
  if (by_looking_) look_at_processes(init);
  const bool too_much = group_.limits_memory() ? group_.ran_out_of_memory() : memory_ > limits_.memory_bytes;
  if (too_much) return OutOfMemory{limits_.memory_bytes};
  if (cpu() > limits_.cpu) return TimedOut{TimedOut::Clock::kCpu, limits_.cpu};
  if (counts_processes_ && tasks_ > limits_.processes) return Signaled{SIGKILL};
  constexpr auto kPause = std::chrono::milliseconds(50);
  const auto now = std::chrono::steady_clock::now();
  if (!scratch_.empty() && now >= next_scratch_look_) {
    next_scratch_look_ = now + kPause;
    if (holds_more(scratch_, limits_.file_bytes)) return Signaled{SIGXFSZ};
  }
  return std::nullopt;
}

void Meter::look_at_cpu(pid_t init) {
  if (!group_.cpu()) look_at_processes(init);
}

std::chrono::microseconds Meter::cpu() const { return group_.cpu().value_or(cpu_); }

void Meter::kill_known() const {
  group_.kill_all();
  if (scratch_.empty()) return;
  // The name of the scratch folder is this run's alone, and every process of it has inherited TMPDIR.
  constexpr int kPasses = 100;  // while one is read, another may be born
  for (int pass = 0; pass < kPasses; ++pass) {
    const auto pids = with_environment(scratch_.native());
    if (pids.empty()) return;
    for (const pid_t pid : pids) {
      signal_if(pid, SIGKILL, [this](pid_t found) { return has_environment(found, scratch_.native()); });
    }
  }
}

std::uint64_t Meter::peak_memory_bytes() const { return group_.peak_memory_bytes().value_or(peak_); }

}  // namespace lockstep::process
