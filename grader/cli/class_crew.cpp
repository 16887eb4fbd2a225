#include "cli/class_crew.h"

#include <fmt/core.h>
#include <poll.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "os/file.h"
#include "os/stop_event.h"
#include "process/sandbox.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kTries = 2;
constexpr int kMostStillborn = 3;
constexpr int kProgressMs = 500;

Result<process::Helper> start_worker(const CommandContext& here, const ClassWork& work) {
  std::error_code failed;
  const fs::path grader = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return machine_error(fmt::format("cannot find the grader's own program: {}", failed.message()));
  return process::Helper::start(
      {grader, "--compiler", here.kit.compiler, "--jobs", std::to_string(here.jobs), "class", "--work-on", work.dir()},
      work.log(), {fmt::format("LOCKSTEP_SANDBOX={}", process::name(here.selection.backend))});
}

/// The end of what the workers said.
std::string last_words(const fs::path& log) {
  constexpr std::size_t kMost = 500;
  const std::string text = os::read_file(log).value_or("");
  return text.size() <= kMost ? text : "..." + text.substr(text.size() - kMost);
}

}  // namespace

Result<std::vector<UnitFailure>> Crew::run(ClassPhase phase, std::vector<std::string> contents,
                                           const UnitListener& listener) {
  phase_ = phase;
  const auto workers = static_cast<std::size_t>(phase == ClassPhase::kAlone ? 1 : std::max(here_->jobs, 1));
  const auto total = static_cast<int>(contents.size());
  to_do_.assign(contents.begin(), contents.end());
  deaths_.clear();
  failures_.clear();
  done_ = 0;
  stillborn_ = 0;
  Result<void> going = fill_up(workers);
  while (going && !(to_do_.empty() && under_way() == 0)) {
    listener.progress(done_, total, under_way());
    going = wait();
    for (std::size_t i = 0; going && i < members_.size();) {
      bool is_alive = true;
      going = listen_to(members_[i], is_alive, listener);
      const bool is_idle = members_[i].is_ready && members_[i].content.empty();
      if (is_alive && !is_idle) {
        ++i;
      } else {
        members_.erase(members_.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
    if (going) going = fill_up(workers);
  }
  dismiss();
  if (!going) return tl::unexpected(going.error());
  return std::move(failures_);
}

int Crew::under_way() const {
  return static_cast<int>(
      std::count_if(members_.begin(), members_.end(), [](const Member& each) { return !each.content.empty(); }));
}

/// As many members as there is work for.
Result<void> Crew::fill_up(std::size_t workers) {
  while (members_.size() < std::min(workers, to_do_.size() + static_cast<std::size_t>(under_way()))) {
    auto helper = start_worker(*here_, *work_);
    if (!helper) return tl::unexpected(helper.error());
    members_.push_back({.helper = std::move(*helper)});
  }
  return {};
}

/// Until one of them says something, it is to stop, or some time is over.
Result<void> Crew::wait() {
  const os::StopEvent stop(here_->stop);
  std::vector<pollfd> watched;
  watched.reserve(members_.size() + 1);
  watched.push_back({.fd = stop.fd(), .events = POLLIN, .revents = 0});
  for (const Member& each : members_) watched.push_back({.fd = each.helper.fd(), .events = POLLIN, .revents = 0});
  poll(watched.data(), watched.size(), kProgressMs);
  if (here_->stop.stop_requested()) return machine_error("interrupted");
  return {};
}

Result<void> Crew::listen_to(Member& member, bool& is_alive, const UnitListener& listener) {
  is_alive = member.helper.listen();
  while (const auto line = member.helper.heard()) {
    if (auto taken = take(member, *line, listener); !taken) return taken;
  }
  return is_alive ? Result<void>() : died(member);
}

Result<void> Crew::take(Member& member, const std::string& line, const UnitListener& listener) {
  if (line == "ready") {
    member.is_ready = true;
    stillborn_ = 0;
  } else if (line == "done " + member.content) {
    ++done_;
    if (auto told = listener.done(member.content); !told) return told;
  } else if (const std::string failed = "failed " + member.content + " "; line.starts_with(failed)) {
    ++done_;
    failures_.push_back({member.content, line.substr(failed.size())});
  } else {
    return machine_error(fmt::format("a worker said what was not expected: {}", line));
  }
  member.content.clear();
  give_work(member);
  return {};
}

void Crew::give_work(Member& member) {
  if (to_do_.empty()) return;
  member.content = std::move(to_do_.front());
  to_do_.pop_front();
  member.helper.tell(fmt::format("{} {}", name(phase_), member.content));
}

Result<void> Crew::died(Member& member) {
  const std::string ending = member.helper.ending();
  if (!member.is_ready) {
    if (++stillborn_ < kMostStillborn) return {};
    return machine_error(fmt::format("a worker {} before it could begin: {}", ending, last_words(work_->log())));
  }
  if (member.content.empty()) return {};
  const std::string content = std::exchange(member.content, {});
  if (++deaths_[content] < kTries) {
    to_do_.push_back(content);
  } else {
    ++done_;
    failures_.push_back({content, fmt::format("its worker {}, twice; see {}", ending, work_->log().string())});
  }
  return {};
}

/// All at once, so that the time they may take is not added up.
void Crew::dismiss() {
  for (const Member& each : members_) each.helper.ask_to_end();
  members_.clear();
}

}  // namespace lockstep::cli
