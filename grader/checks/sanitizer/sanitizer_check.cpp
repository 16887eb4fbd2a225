#include "checks/sanitizer/sanitizer_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "checks/case_run.h"
#include "checks/case_verdict.h"
#include "checks/parallel.h"
#include "checks/program.h"
#include "checks/sanitizer/not_modelled.h"
#include "checks/sanitizer/sanitizer_finding.h"
#include "checks/sanitizer/sanitizer_report.h"
#include "checks/sanitizer/second_opinion.h"

namespace lockstep::checks {
namespace {

/// A case that is to run, and the program that has it.
struct Job {
  std::string case_name;
  std::filesystem::path program;
};

/// What came of a case: a sanitizer's report, or a fault that has nothing to do with the sanitizer.
struct JobResult {
  std::optional<Finding> reported;
  std::optional<Finding> fault;
  std::string starved;  ///< how the machine, too busy, ended it; then there is no fault
};

JobResult result_of(const Job& job, const CaseRun& run, const Manifest& manifest) {
  if (const auto report = read_sanitizer_report(run.sanitizer_text)) {
    return {.reported = distil(*report, job.case_name, manifest, run.sanitizer_text), .fault = {}, .starved = {}};
  }
  if (starved(run)) return {.reported = {}, .fault = {}, .starved = process::describe(run.run.exit)};
  return {.reported = {}, .fault = fault_of(job.case_name, run, manifest), .starved = {}};
}

Result<std::vector<JobResult>> run_all(const Context& context, const std::vector<Job>& jobs) {
  std::vector<Result<JobResult>> results(jobs.size());
  std::mutex telling;
  int done = 0;
  for_each_index(jobs.size(), context.jobs, [&](std::size_t i) {
    {
      const std::scoped_lock lock(telling);
      if (context.progress) context.progress(jobs[i].case_name, done, static_cast<int>(jobs.size()));
    }
    results[i] = run_case(context, jobs[i].program, jobs[i].case_name, {}).map([&](const CaseRun& run) {
      return result_of(jobs[i], run, context.manifest);
    });
    const std::scoped_lock lock(telling);
    ++done;
  });
  std::vector<JobResult> all;
  for (auto& result : results) {
    if (!result) return tl::unexpected(result.error());
    all.push_back(std::move(*result));
  }
  return all;
}

/// Sets aside the races that the explorer knows to be none. \return a note on each
Result<std::vector<std::string>> clear(const Context& context, std::vector<JobResult>& results) {
  std::vector<std::string> notes;
  const auto is_race = [](const JobResult& result) {
    return result.reported && result.reported->kind == FindingKind::kDataRace;
  };
  if (std::none_of(results.begin(), results.end(), is_race)) return notes;
  const auto opinion = SecondOpinion::ask(context);
  if (!opinion) return tl::unexpected(opinion.error());
  for (JobResult& result : results) {
    if (!is_race(result) || !opinion->clears(*result.reported)) continue;
    std::string note = fmt::format(
        "ThreadSanitizer takes {} and {} for a data race. The explorer has seen both, and saw them ordered in every "
        "schedule that it ran. It understands more of the language, so this report costs nothing.",
        result.reported->racing[0], result.reported->racing[1]);
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
    result.reported.reset();
  }
  return notes;
}

/// Each place once, however many cases lead there.
std::vector<Finding> distinct(const std::vector<JobResult>& results) {
  std::vector<Finding> findings;
  std::set<std::pair<std::string, int>> places;
  for (const JobResult& result : results) {
    if (!result.reported) continue;
    if (places.emplace(result.reported->file, result.reported->line).second) findings.push_back(*result.reported);
  }
  return findings;
}

/// Said beside the fault itself, which is told as the tests' own check tells it: once.
std::string tests_first(const std::string& case_name, std::size_t count) {
  return count == 1
             ? fmt::format("{} does not pass in this build, so it cannot speak for it: mend the test first.", case_name)
             : fmt::format(
                   "{} tests, of which {} is the first, do not pass in this build, so it cannot speak "
                   "for them: mend the tests first.",
                   count, case_name);
}

std::optional<std::string_view> not_modelled_by_it(const Context& context) {
  const auto& programs = std::get<build::Programs>(context.built.at(build::Flavour::kTsan)).dir;
  std::vector<std::filesystem::path> submitted;
  for (const std::string& file : context.manifest.submit) submitted.push_back(programs.parent_path() / "src" / file);
  return not_modelled(programs, submitted);
}

CaseVerdict judged(const Job& job, const JobResult& result) {
  Outcome outcome = Outcome::kPass;
  if (result.reported || result.fault) {
    outcome = Outcome::kFail;
  } else if (!result.starved.empty()) {
    outcome = Outcome::kInconclusive;
  }
  return {.name = job.case_name, .verdict = outcome, .fraction = outcome == Outcome::kPass ? 1.0 : 0.0};
}

/// A note on each case that the machine was too busy for.
std::vector<std::string> why_not_judged(const std::vector<Job>& jobs, const std::vector<JobResult>& results) {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (results[i].starved.empty()) continue;
    notes.push_back(fmt::format("{} is not judged: it {}.", jobs[i].case_name, results[i].starved));
  }
  return notes;
}

Verdict verdict_of(const Context& context, const SanitizerCheck& settings, const std::vector<Job>& jobs,
                   const std::vector<JobResult>& results) {
  Verdict verdict;
  std::vector<std::size_t> faulty;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (results[i].fault) faulty.push_back(i);
    verdict.cases.push_back(judged(jobs[i], results[i]));
  }
  verdict.findings = distinct(results);
  const bool not_the_learners = std::any_of(verdict.findings.begin(), verdict.findings.end(),
                                            [](const Finding& finding) { return finding.file.empty(); });
  const bool race = std::any_of(verdict.findings.begin(), verdict.findings.end(),
                                [](const Finding& finding) { return finding.kind == FindingKind::kDataRace; });
  if (not_the_learners) {
    verdict.outcome = Outcome::kError;
    verdict.notes.emplace_back(
        "A sanitizer reported something in which none of your files takes part. That is the kit's fault, not yours.");
    return verdict;
  }
  const bool may_be_wrong = race && settings.sanitizer == Sanitizer::kThread;
  if (const auto unknown = may_be_wrong ? not_modelled_by_it(context) : std::nullopt) {
    verdict.outcome = Outcome::kInconclusive;
    verdict.notes.push_back(fmt::format(
        "Your code uses {}, which ThreadSanitizer does not understand: its report may be wrong, so it costs "
        "nothing. The explorer understands it, and judges the same code where the lab has explored cases.",
        *unknown));
    return verdict;
  }
  if (!faulty.empty()) {
    verdict.findings.push_back(*results[faulty.front()].fault);
    verdict.notes.push_back(tests_first(jobs[faulty.front()].case_name, faulty.size()));
  }
  const std::vector<std::string> open = why_not_judged(jobs, results);
  verdict.notes.insert(verdict.notes.end(), open.begin(), open.end());
  verdict.outcome = !verdict.findings.empty() ? Outcome::kFail : open.empty() ? Outcome::kPass : Outcome::kInconclusive;
  verdict.fraction = verdict.outcome == Outcome::kPass ? 1 : 0;
  return verdict;
}

}  // namespace

std::vector<const Check*> judged_checks(const Manifest& manifest, const SanitizerCheck& settings) {
  std::vector<const Check*> checks;
  for (const Check& check : manifest.checks) {
    const bool named = std::find(settings.of.begin(), settings.of.end(), check.id) != settings.of.end();
    if (std::holds_alternative<TestsCheck>(check.settings) && (settings.of.empty() || named)) checks.push_back(&check);
  }
  return checks;
}

std::vector<build::Flavour> flavours_of(const SanitizerCheck& settings) {
  return {settings.sanitizer == Sanitizer::kThread ? build::Flavour::kTsan : build::Flavour::kAsan};
}

std::vector<std::string> programs_of(const SanitizerCheck& settings, const Manifest& manifest) {
  std::vector<std::string> names;
  for (const Check* judged : judged_checks(manifest, settings)) {
    if (!judged->hidden) names.push_back(std::get<TestsCheck>(judged->settings).program);
  }
  return names;
}

Result<Verdict> judge(const SanitizerCheck& settings, const Context& context) {
  const auto flavour = flavours(context.check).front();
  std::vector<Job> jobs;
  for (const Check* check : judged_checks(context.manifest, settings)) {
    const auto& tests = std::get<TestsCheck>(check->settings);
    const auto program = program_of(context, flavour, tests.program);
    if (const auto* refused = std::get_if<Verdict>(&program)) return *refused;
    for (const TestCase& test : tests.cases) jobs.push_back({test.name, std::get<std::filesystem::path>(program)});
  }
  auto results = run_all(context, jobs);
  if (!results) return tl::unexpected(results.error());
  const auto notes = clear(context, *results);
  if (!notes) return tl::unexpected(notes.error());
  Verdict verdict = verdict_of(context, settings, jobs, *results);
  verdict.notes.insert(verdict.notes.begin(), notes->begin(), notes->end());
  return verdict;
}

}  // namespace lockstep::checks
