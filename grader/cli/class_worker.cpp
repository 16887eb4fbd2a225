#include "cli/class_worker.h"

#include <fmt/core.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checks/check.h"
#include "checks/forgery.h"
#include "cli/chosen_labs.h"
#include "cli/class_work.h"
#include "cli/grader_version.h"
#include "cli/grading.h"
#include "os/stop_event.h"
#include "process/helper.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

/// The lines of standard input, until it ends or this is to stop.
class Orders {
 public:
  explicit Orders(std::stop_token stop) : stop_(std::move(stop)) {}

  std::optional<std::string> next() {
    for (;;) {
      if (const auto end = text_.find('\n'); end != std::string::npos) {
        std::string line = text_.substr(0, end);
        text_.erase(0, end + 1);
        return line;
      }
      std::array<pollfd, 2> watched{pollfd{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0},
                                    pollfd{.fd = stop_.fd(), .events = POLLIN, .revents = 0}};
      if (poll(watched.data(), watched.size(), -1) < 0 || watched[1].revents != 0) return std::nullopt;
      std::array<char, 4096> part{};
      const ssize_t got = read(STDIN_FILENO, part.data(), part.size());
      if (got <= 0) return std::nullopt;
      text_.append(part.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  os::StopEvent stop_;
  std::string text_;
};

void answer(const std::string& line) {
  fmt::print("{}\n", line);
  std::fflush(stdout);
}

/// The checks that are left for a phase.
std::vector<Check> open_checks(const Manifest& manifest, const std::optional<Found>& before) {
  std::vector<Check> open;
  for (const Check& check : manifest.checks) {
    if (!before || !before->verdicts.contains(check.id)) open.push_back(check);
  }
  return open;
}

/// Beside other submissions a machine may be too busy to tell what it can tell alone.
bool is_settled(const Verdict& verdict, ClassPhase phase) {
  return phase == ClassPhase::kAlone || verdict.outcome == Outcome::kPass || verdict.outcome == Outcome::kFail;
}

class Worker {
 public:
  Worker(const CommandContext& here, const Manifest& manifest, ClassWork work, ClassJob job)
      : here_(&here), manifest_(&manifest), work_(std::move(work)), job_(std::move(job)) {}

  Result<void> work(ClassPhase phase, const std::string& content) const {
    if (work_.found(content, phase, job_)) return {};
    std::optional<Found> before;
    if (phase == ClassPhase::kAlone) before = work_.found(content, ClassPhase::kTogether, job_);
    const auto found = judge(content, phase, open_checks(*manifest_, before));
    if (!found) return tl::unexpected(found.error());
    return work_.keep(content, phase, job_, *found);
  }

 private:
  Result<Found> judge(const std::string& content, ClassPhase phase, const std::vector<Check>& checks) const {
    const auto start = std::chrono::steady_clock::now();
    CommandContext here = *here_;
    if (phase == ClassPhase::kTogether) here.jobs = here.compilers = 1;
    const auto grading = Grading::prepare(here, *manifest_, {{work_.files_of(content)}}, checks);
    if (!grading) return tl::unexpected(grading.error());
    Found found;
    for (const Check& check : checks) {
      if (phase == ClassPhase::kTogether && grading->needs_quiet(check)) continue;
      auto verdict = grading->judge(check);
      if (!verdict) return tl::unexpected(verdict.error());
      if (is_settled(*verdict, phase)) found.verdicts[check.id] = std::move(*verdict);
    }
    found.review = checks::to_review(grading->suspicions());
    found.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return found;
  }

  const CommandContext* here_;
  const Manifest* manifest_;
  ClassWork work_;
  ClassJob job_;
};

Result<void> agree(const CommandContext& here, const Manifest& manifest, const ClassJob& job) {
  const auto version = grader_version(here, manifest);
  if (!version) return tl::unexpected(version.error());
  if (*version == job.grader) return {};
  return machine_error(fmt::format(
      "this machine cannot grade for the class: its grader, lab, compiler or sandbox ({}) is not the class's ({}). "
      "Here: {}, {}. There: {}, {}",
      *version, job.grader, here.kit.compiler, process::name(here.selection.backend), job.compiler, job.sandbox));
}

}  // namespace

Result<ExitStatus> work_for_class(const CommandContext& here, const std::filesystem::path& dir) {
  process::end_with_starter();
  const ClassWork work(dir);
  const auto job = work.job();
  if (!job) return tl::unexpected(job.error());
  const auto labs = chosen_labs(here.kit.root, job->lab, hidden_checks(job->hidden));
  if (!labs) return tl::unexpected(labs.error());
  if (auto agreed = agree(here, labs->front(), *job); !agreed) return tl::unexpected(agreed.error());
  const Worker worker(here, labs->front(), work, *job);
  answer("ready");
  Orders orders(here.stop);
  while (const auto order = orders.next()) {
    const auto phase = class_phase(order->substr(0, order->find(' ')));
    const std::string content = order->substr(order->find(' ') + 1);
    if (!phase) return input_error(fmt::format("a line is \"PHASE CONTENT\"; found: {}", *order));
    const auto worked = worker.work(*phase, content);
    if (here.stop.stop_requested()) return machine_error("interrupted");
    answer(worked ? fmt::format("done {}", content)
                  : fmt::format("failed {} {}", content, plain_line(worked.error().message)));
  }
  return kNoPointLost;
}

}  // namespace lockstep::cli
