#include "cli/class_run.h"

#include <fmt/core.h>

#include <utility>

#include "cli/class_order.h"
#include "cli/class_progress.h"
#include "cli/machine.h"
#include "cli/machine_notes.h"
#include "text/console_text.h"

namespace lockstep::cli {

ClassRun::ClassRun(const CommandContext& here, const Manifest& manifest, gradebook::Gradebook book, ClassWork work,
                   ClassJob job, std::unique_ptr<ClassEngine> engine)
    : here_(&here),
      manifest_(&manifest),
      book_(std::move(book)),
      work_(std::move(work)),
      job_(std::move(job)),
      engine_(std::move(engine)) {}

Result<void> ClassRun::take_in(const std::vector<intake::Submitted>& submissions) {
  const auto names = book_.names();
  if (!names) return tl::unexpected(names.error());
  std::map<std::string, std::map<std::string, std::string>> new_ones;
  for (const intake::Submitted& each : submissions) {
    auto kept = book_.add({.lab = manifest_->name,
                           .learner = each.learner,
                           .received = each.received,
                           .source = each.source,
                           .content = each.content});
    if (!kept) return tl::unexpected(kept.error());
    if (auto called = call(*names, each); !called) return called;
    if (auto held = book_.keep(each.content, each.files); !held) return held;
    sources_[each.content].push_back(each.source);
    const auto grade = book_.grade(manifest_->name, each.content, job_.grader);
    if (!grade) return tl::unexpected(grade.error());
    if (!*grade) new_ones[each.content] = each.files;
  }
  to_grade_ = in_order_of_reuse(new_ones);
  for (const auto& [content, files] : new_ones) {
    if (auto added = work_.add(content, files); !added) return added;
  }
  return {};
}

Result<void> ClassRun::call(const std::map<std::string, std::string>& names, const intake::Submitted& each) const {
  const auto known = names.find(each.learner);
  if (known != names.end() && known->second == each.name) return {};
  return book_.call(each.learner, each.name);
}

Result<void> ClassRun::grade() {
  if (to_grade_.empty()) return {};
  frame_ = {.machine = describe_machine(*here_), .notes = machine_notes(*here_, *manifest_)};
  std::vector<std::string> together;
  for (const std::string& content : to_grade_) {
    if (!work_.found(content, ClassPhase::kTogether, job_)) together.push_back(content);
  }
  // What an earlier run has left: judged, and not measured, or only not recorded.
  for (const std::string& content : to_grade_) {
    if (auto settled = settle(content); !settled) return settled;
  }
  if (auto judged = work_on(ClassPhase::kTogether, std::move(together)); !judged) return judged;
  std::vector<std::string> alone;
  for (const std::string& content : to_grade_) {
    if (to_measure_.contains(content)) alone.push_back(content);
  }
  return work_on(ClassPhase::kAlone, std::move(alone));
}

Result<void> ClassRun::work_on(ClassPhase phase, std::vector<std::string> contents) {
  if (contents.empty()) return {};
  const ClassProgress progress(manifest_->name, phase);
  const UnitListener listener{.done = [&](const std::string& content) { return settle(content); },
                              .progress =
                                  [&](int done, int total, int under_way) {
                                    const auto later = static_cast<int>(to_measure_.size());
                                    here_->status.show_long(progress.line(
                                        {.done = done, .total = total, .under_way = under_way, .later = later}));
                                  }};
  auto failed = engine_->run(phase, std::move(contents), listener);
  here_->status.clear();
  if (!failed) return tl::unexpected(failed.error());
  failures_.insert(failures_.end(), failed->begin(), failed->end());
  return {};
}

/// Records the grade of a content if all its checks have been judged; else it is to be measured.
Result<void> ClassRun::settle(const std::string& content) {
  const auto together = work_.found(content, ClassPhase::kTogether, job_);
  if (!together) return {};
  std::vector<Found> found{*together};
  if (auto alone = work_.found(content, ClassPhase::kAlone, job_)) found.push_back(std::move(*alone));
  std::size_t judged = 0;
  for (const Found& each : found) judged += each.verdicts.size();
  if (judged < manifest_->checks.size()) {
    to_measure_.insert(content);
    return {};
  }
  const auto report = report_of(*manifest_, frame_, found);
  if (auto recorded = book_.record(grade_of(report, content, job_.grader, now_utc())); !recorded) return recorded;
  work_.remove(content);
  return {};
}

Result<ExitStatus> ClassRun::conclude(const std::vector<intake::NotUnderstood>& others) const {
  int graded = 0;
  int kept = 0;
  int review = 0;
  int errors = 0;
  const std::set<std::string> new_ones(to_grade_.begin(), to_grade_.end());
  for (const auto& [content, sources] : sources_) {
    const auto number = static_cast<int>(sources.size());
    const auto grade = book_.grade(manifest_->name, content, job_.grader);
    if (!grade) return tl::unexpected(grade.error());
    if (!*grade) {
      errors += number;
      continue;
    }
    (new_ones.contains(content) ? graded : kept) += number;
    if (needs_review((*grade)->report)) review += number;
  }
  for (const auto& each : others) fmt::print("not understood: {}: {}\n", each.source, console_text(each.why));
  for (const UnitFailure& failure : failures_) {
    for (const std::string& source : sources_.at(failure.content)) {
      fmt::print("error: {}: {}\n", source, console_text(failure.why));
    }
  }
  fmt::print("{}\n", manifest_->name);
  fmt::print("  {:>5}  graded now ({} different)\n", graded, to_grade_.size() - failures_.size());
  fmt::print("  {:>5}  graded before, from the gradebook\n", kept);
  fmt::print("  {:>5}  not understood\n", others.size());
  fmt::print("  {:>5}  with an error of the kit or the machine, no grade\n", errors);
  fmt::print("  {:>5}  to be reviewed by you\n", review);
  if (errors > 0) return kMachineFailed;
  return others.empty() ? kNoPointLost : kPointsLost;
}

void ClassRun::clean_up() const {
  if (failures_.empty()) work_.remove_all();
}

}  // namespace lockstep::cli
