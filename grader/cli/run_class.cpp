#include "cli/run_class.h"

#include <fmt/core.h>

#include <cstdio>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "cli/chosen_labs.h"
#include "cli/class_book.h"
#include "cli/class_crew.h"
#include "cli/class_order.h"
#include "cli/class_progress.h"
#include "cli/class_work.h"
#include "cli/class_worker.h"
#include "cli/grader_version.h"
#include "cli/machine.h"
#include "cli/machine_notes.h"
#include "cli/path_from_here.h"
#include "gradebook/gradebook.h"
#include "intake/collect.h"
#include "os/file_lock.h"
#include "text/console_text.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGradebook = "gradebook.sqlite";

/// A class that is being graded.
class ClassRun {
 public:
  ClassRun(const ClassRun&) = delete;
  ClassRun& operator=(const ClassRun&) = delete;
  ClassRun(const CommandContext& here, const Manifest& manifest, gradebook::Gradebook book, ClassWork work,
           ClassJob job)
      : here_(&here),
        manifest_(&manifest),
        book_(std::move(book)),
        work_(std::move(work)),
        job_(std::move(job)),
        crew_(here, work_) {}

  /// Adds what was handed in to the gradebook, and finds what is to be graded.
  Result<void> take_in(const std::vector<intake::Submitted>& submissions) {
    const auto names = book_.names();
    if (!names) return tl::unexpected(names.error());
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
    }
    std::map<std::string, std::map<std::string, std::string>> new_ones;
    for (const intake::Submitted& each : submissions) {
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

  /// Grades what has no grade yet.
  Result<void> grade() {
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
    if (auto judged = work_on(ClassPhase::kTogether, std::move(together), here_->jobs); !judged) return judged;
    std::vector<std::string> alone;
    for (const std::string& content : to_grade_) {
      if (to_measure_.contains(content)) alone.push_back(content);
    }
    return work_on(ClassPhase::kAlone, std::move(alone), 1);
  }

  /// Says what came of it. \return the exit status
  Result<ExitStatus> conclude(const std::vector<intake::NotUnderstood>& others) const {
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

  /// Nothing is left to do for a later run.
  void clean_up() const {
    if (failures_.empty()) work_.remove_all();
  }

 private:
  Result<void> call(const std::map<std::string, std::string>& names, const intake::Submitted& each) const {
    const auto known = names.find(each.learner);
    if (known != names.end() && known->second == each.name) return {};
    return book_.call(each.learner, each.name);
  }

  Result<void> work_on(ClassPhase phase, std::vector<std::string> contents, int workers) {
    if (contents.empty()) return {};
    ClassProgress progress(manifest_->name, phase);
    const CrewListener listener{
        .done = [&](const std::string& content) { return settle(content); },
        .progress =
            [&](int done, int total, int under_way) {
              here_->status.show_long(progress.line({.done = done,
                                                     .total = total,
                                                     .under_way = under_way,
                                                     .later = static_cast<int>(to_measure_.size())}));
            }};
    auto failed = crew_.run(phase, std::move(contents), workers, listener);
    here_->status.clear();
    if (!failed) return tl::unexpected(failed.error());
    failures_.insert(failures_.end(), failed->begin(), failed->end());
    return {};
  }

  /// Records the grade of a content if all its checks have been judged; else it is to be measured.
  Result<void> settle(const std::string& content) {
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

  const CommandContext* here_;
  const Manifest* manifest_;
  gradebook::Gradebook book_;
  ClassWork work_;
  ClassJob job_;
  Crew crew_;
  ClassFrame frame_;
  std::map<std::string, std::vector<std::string>> sources_;  ///< by content
  std::vector<std::string> to_grade_;                        ///< contents, each once, in the order of their grading
  std::set<std::string> to_measure_;
  std::vector<UnitFailure> failures_;
};

fs::path gradebook_of(const ClassOptions& options) { return options.gradebook.value_or(*options.dir / kGradebook); }

std::string command_again(const ClassOptions& options) {
  std::string command =
      fmt::format("./lab class {} --lab {}", shell_word(options.dir->string()), shell_word(*options.lab));
  if (options.gradebook) command += " --gradebook " + shell_word(options.gradebook->string());
  if (options.hidden) command += " --hidden";
  if (options.allow_unprotected) command += " --no-sandbox";
  return command;
}

Result<intake::Collected> collect(const ClassOptions& options, const CommandContext& here, const Manifest& manifest) {
  auto collected = intake::collect(
      *options.dir, {.asked = {.lab = manifest.name, .submit = manifest.submit},
                     .left_out = {kGradebook, gradebook_of(options).filename()},
                     .backend = here.selection.backend,
                     .stop = here.stop,
                     .progress = [&](int done, int total) {
                       here.status.show_long(fmt::format("{}: collecting {} of {}", manifest.name, done, total));
                     }});
  here.status.clear();
  if (collected && collected->submissions.empty() && collected->others.empty()) {
    return input_error(fmt::format("{} holds no submission: a folder, archive or git repository each is accepted",
                                   options.dir->string()));
  }
  return collected;
}

Result<ExitStatus> grade_class(const ClassOptions& options, const CommandContext& here, const Manifest& manifest) {
  const fs::path file = gradebook_of(options);
  const ClassWork work(file.string() + ".work");
  const auto lock = os::FileLock::try_take(work.dir() / "lock");
  if (!lock) return tl::unexpected(lock.error());
  if (!*lock) return input_error(fmt::format("another ./lab class works on {}; wait for its end", file.string()));
  auto book = gradebook::Gradebook::open(file);
  if (!book) return tl::unexpected(book.error());
  const auto collected = collect(options, here, manifest);
  if (!collected) return tl::unexpected(collected.error());
  const auto version = grader_version(here, manifest);
  if (!version) return tl::unexpected(version.error());
  const ClassJob job{.lab = manifest.name,
                     .hidden = options.hidden,
                     .compiler = here.kit.compiler,
                     .sandbox = std::string(process::name(here.selection.backend)),
                     .grader = *version};
  if (auto begun = work.begin(job); !begun) return tl::unexpected(begun.error());
  ClassRun run(here, manifest, std::move(*book), work, job);
  auto done = run.take_in(collected->submissions).and_then([&] { return run.grade(); });
  if (!done) return tl::unexpected(done.error());
  const auto status = run.conclude(collected->others);
  run.clean_up();
  fmt::print("  The gradebook: {}\n", path_from_here(file).string());
  return status;
}

}  // namespace

void declare(Arguments& arguments, ClassOptions& options) {
  arguments.positional("dir", options.dir,
                       "Folder with the class's submissions: a folder, an archive (.zip, .tar, .tar.gz) or a git "
                       "repository each, or what Moodle or Canvas lets you download, unpacked",
                       ExistingFolder{});
  arguments.option("--lab", options.lab, "The lab: 01, 1, primes or 01-primes");
  arguments.option("--gradebook", options.gradebook, "The gradebook; default: gradebook.sqlite in the folder");
  arguments.flag("--hidden", options.hidden, "With the hidden checks too: those of solutions/NN-name/hidden");
  arguments.flag("--no-sandbox", options.allow_unprotected,
                 "Grade even where there is no sandbox. The submissions can then do all that you can");
  arguments.option("--work-on", options.work_on,
                   "Instead: do work of a class that another process has begun, whose folder this is; a line "
                   "\"PHASE CONTENT\" of standard input for each unit",
                   ExistingFolder{});
  arguments.example("./lab class submissions --lab 03 --hidden --gradebook course.sqlite");
  arguments.help(
      "It can be stopped at any moment; the same command goes on. What has a grade of this version of grader and lab "
      "is "
      "not graded again, and identical submissions are graded once. --jobs is the number of submissions at a time.\n\n"
      "Exit status: 0 all graded, 1 some submissions were not understood, 2 wrong usage, 3 the kit or the machine "
      "failed "
      "for some, 130 interrupted.");
  arguments.refuse([&options]() -> std::string {
    if (options.work_on) return options.dir ? "--work-on and a folder of submissions exclude each other" : "";
    if (!options.dir || !options.lab) {
      return "grade which class, for which lab? For example: ./lab class submissions --lab 01";
    }
    return {};
  });
}

Result<ExitStatus> run(const ClassOptions& options, const CommandContext& here) {
  if (options.work_on) return work_for_class(here, *options.work_on);
  if (here.selection.backend == process::SandboxBackend::kNone && !options.allow_unprotected) {
    return machine_error(sandbox_warning(here.selection) +
                         "\nSo a class is not graded here. Fix it (./lab doctor says how), or accept that the "
                         "submissions can do all that you can: --no-sandbox");
  }
  const auto labs = chosen_labs(here.kit.root, options.lab, hidden_checks(options.hidden));
  if (!labs) return tl::unexpected(labs.error());
  auto status = grade_class(options, here, labs->front());
  if (here.stop.stop_requested()) {
    here.status.clear();
    fmt::print(stderr, "lab: what was found so far is kept; go on with: {}\n", command_again(options));
  }
  return status;
}

}  // namespace lockstep::cli
