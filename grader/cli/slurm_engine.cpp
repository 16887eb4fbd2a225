#include "cli/slurm_engine.h"

#include <fmt/core.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <system_error>
#include <utility>

#include "os/file.h"
#include "os/stop_event.h"
#include "process/sandbox.h"
#include "text/plain_text.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kArrays = 3;
constexpr std::size_t kMostTasks = 1000;  // of an array: Slurm's default MaxArraySize is 1001
constexpr milliseconds kLook{500};
constexpr milliseconds kLookAtQueue{5000};
constexpr std::chrono::minutes kSlurmMayBeAway{10};

std::string script(const CommandContext& here, const fs::path& grader, const fs::path& work, const fs::path& units) {
  const auto word = [](const fs::path& path) { return shell_word(path.string()); };
  return fmt::format(
      "#!/bin/sh\n"
      "export LOCKSTEP_ROOT={} LOCKSTEP_BUILD_DIR={} LOCKSTEP_SANDBOX={}\n"
      "{} --compiler {} class --work-on {} <{}/\"$SLURM_ARRAY_TASK_ID\"\n",
      word(here.kit.root), word(here.kit.build_dir), process::name(here.selection.backend), word(grader),
      shell_word(here.kit.compiler), word(work), word(units));
}

std::vector<std::string> options_for(ClassPhase phase) {
  if (phase == ClassPhase::kAlone) return {"--exclusive"};
  return {"--cpus-per-task", "1"};
}

fs::path log_of(const fs::path& dir, std::size_t task) { return dir / fmt::format("{}.log", task); }

}  // namespace

SlurmEngine::SlurmEngine(const CommandContext& here, const ClassWork& work, ClassJob job, Slurm slurm, int per_task)
    : here_(&here), work_(&work), job_(std::move(job)), slurm_(std::move(slurm)), per_task_(std::max(per_task, 1)) {}

Result<std::vector<UnitFailure>> SlurmEngine::run(ClassPhase phase, std::vector<std::string> contents,
                                                  const UnitListener& listener) {
  phase_ = phase;
  total_ = static_cast<int>(contents.size());
  open_ = {contents.begin(), contents.end()};
  failures_.clear();
  // One that was killed may have left an array, which would do the same units.
  Result<void> going = slurm_.cancel();
  for (int array = 1; going && array <= kArrays && !open_.empty(); ++array) {
    const fs::path dir = fs::absolute(work_->dir()) / "slurm" / fmt::format("{}-{}", name(phase), array);
    going = queue_array(dir, open_units(contents), array == 1 ? static_cast<std::size_t>(per_task_) : 1)
                .and_then([&] { return watch(listener); })
                .and_then([&] { return look_at_logs(dir); });
  }
  const auto ended = slurm_.cancel();  // also of tasks that have nothing left to do: they still write what they say
  if (!going) return tl::unexpected(going.error());
  if (!ended) return tl::unexpected(ended.error());
  for (const std::string& content : open_) {
    failures_.push_back({content, fmt::format("no task of {} job arrays finished it; what they said: {}", kArrays,
                                              (work_->dir() / "slurm").string())});
  }
  return std::move(failures_);
}

/// In the order in which they were given: those that follow each other have files in common.
std::vector<std::string> SlurmEngine::open_units(const std::vector<std::string>& contents) const {
  std::vector<std::string> units;
  units.reserve(open_.size());
  std::copy_if(contents.begin(), contents.end(), std::back_inserter(units),
               [&](const std::string& content) { return open_.contains(content); });
  return units;
}

Result<void> SlurmEngine::queue_array(const fs::path& dir, const std::vector<std::string>& units, std::size_t each) {
  each = std::max(each, (units.size() + kMostTasks - 1) / kMostTasks);
  std::error_code failed;
  fs::remove_all(dir, failed);
  const fs::path grader = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return machine_error(fmt::format("cannot find the grader's own program: {}", failed.message()));
  auto written = os::write_file(dir / "run.sh", script(*here_, grader, fs::absolute(work_->dir()), dir));
  std::size_t tasks = 0;
  for (std::size_t first = 0; written && first < units.size(); first += each, ++tasks) {
    std::string orders;
    for (std::size_t i = first; i < std::min(first + each, units.size()); ++i) {
      orders += fmt::format("{} {}\n", name(phase_), units[i]);
    }
    written = os::write_file(dir / std::to_string(tasks), orders);
  }
  if (!written) return written;
  return slurm_.submit(dir / "run.sh", dir, static_cast<int>(tasks), options_for(phase_));
}

/// Until all units are done, or no task is left.
Result<void> SlurmEngine::watch(const UnitListener& listener) {
  auto asked = steady_clock::now();
  auto answered = asked;
  int running = 0;
  while (true) {
    const auto begin = steady_clock::now();
    bool has_ended = false;
    if (begin - asked >= kLookAtQueue) {
      asked = begin;
      const auto queue = slurm_.queue();
      if (!queue && begin - answered > kSlurmMayBeAway) return tl::unexpected(queue.error());
      if (queue) {
        answered = begin;
        running = queue->running;
        has_ended = queue->is_empty();
      }
    }
    if (auto taken = take_in_what_is_done(listener); !taken) return taken;
    if (open_.empty() || has_ended) return {};
    listener.progress(total_ - static_cast<int>(open_.size()), total_, running);
    // On a shared folder a look can take long; it is not to be the folder's main load.
    const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
    if (auto paused = pause(std::max(kLook, 10 * took)); !paused) return paused;
  }
}

Result<void> SlurmEngine::pause(milliseconds time) const {
  const os::StopEvent stop(here_->stop);
  pollfd watched{.fd = stop.fd(), .events = POLLIN, .revents = 0};
  poll(&watched, 1, static_cast<int>(time.count()));
  if (here_->stop.stop_requested()) return machine_error("interrupted");
  return {};
}

Result<void> SlurmEngine::take_in_what_is_done(const UnitListener& listener) {
  for (auto unit = open_.begin(); unit != open_.end();) {
    if (!work_->found(*unit, phase_, job_)) {
      ++unit;
      continue;
    }
    const std::string content = *unit;
    unit = open_.erase(unit);
    if (auto told = listener.done(content); !told) return told;
  }
  return {};
}

/// Takes from what the tasks said which units have failed.
/// \return an error when no task could begin
Result<void> SlurmEngine::look_at_logs(const fs::path& dir) {
  if (open_.empty()) return {};
  bool has_begun = false;
  std::string last_words;
  for (std::size_t task = 0; fs::exists(dir / std::to_string(task)); ++task) {
    std::istringstream log(os::read_file(log_of(dir, task)).value_or(""));
    for (std::string line; std::getline(log, line);) {
      has_begun = has_begun || line == "ready";
      last_words = line;
      constexpr std::string_view kFailed = "failed ";
      if (!line.starts_with(kFailed)) continue;
      const std::string content = line.substr(kFailed.size(), line.find(' ', kFailed.size()) - kFailed.size());
      if (open_.erase(content) == 0) continue;
      failures_.push_back({content, line.substr(std::min(kFailed.size() + content.size() + 1, line.size()))});
    }
  }
  if (has_begun) return {};
  return machine_error(fmt::format("no task of the job array could begin; see {}. The last said: {}", dir.string(),
                                   last_words.empty() ? "nothing" : plain_line(last_words)));
}

}  // namespace lockstep::cli
