#include "cli/class_worker.h"

#include <fmt/core.h>
#include <unistd.h>

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
#include "cli/input_lines.h"
#include "process/helper.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

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
  InputLines orders(STDIN_FILENO, here.stop);
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
