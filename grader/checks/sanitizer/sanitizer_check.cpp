#include "checks/sanitizer/sanitizer_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "checks/parallel.h"
#include "checks/program.h"
#include "checks/sanitizer/not_modelled.h"
#include "checks/sanitizer/race_alarms.h"
#include "checks/sanitizer/sanitizer_case.h"
#include "checks/source_place.h"

namespace lockstep::checks {
namespace {

/// Whether the learner's code is to blame: its own lines are named, or a test's that rely on it.
bool is_the_learners(const Finding& finding) { return !finding.file.empty(); }

Result<std::vector<SanitizerCaseResult>> run_all(const Context& context, const std::vector<SanitizerCase>& cases) {
  std::vector<Result<SanitizerCaseResult>> results(cases.size());
  std::mutex telling;
  int done = 0;
  for_each_index(cases.size(), context.jobs, [&](std::size_t i) {
    {
      const std::scoped_lock lock(telling);
      if (context.progress) context.progress(cases[i].name, done, static_cast<int>(cases.size()));
    }
    results[i] = run_sanitizer_case(context, cases[i], Reports::kFirst);
    const std::scoped_lock lock(telling);
    ++done;
  });
  std::vector<SanitizerCaseResult> all;
  for (auto& result : results) {
    if (!result) return tl::unexpected(result.error());
    all.push_back(std::move(*result));
  }
  return all;
}

/// Each place once, however many cases lead there. Those that name no file of the lab are left out, unless there are no
/// others.
std::vector<Finding> distinct(const std::vector<SanitizerCaseResult>& results) {
  std::vector<Finding> findings;
  std::set<std::pair<std::string, int>> places;
  for (const SanitizerCaseResult& result : results) {
    for (const Finding& finding : result.reported) {
      if (places.emplace(finding.file, finding.line).second) findings.push_back(finding);
    }
  }
  if (std::any_of(findings.begin(), findings.end(), is_the_learners)) {
    findings.erase(std::remove_if(findings.begin(), findings.end(), std::not_fn(is_the_learners)), findings.end());
  }
  return findings;
}

/// Said beside the fault itself, which is told as the tests' own check tells it: once.
std::string tests_first(const std::string& case_name, std::size_t count) {
  return count == 1
             ? fmt::format("{} does not pass in this build, so it cannot speak for it: fix the test first.", case_name)
             : fmt::format(
                   "{} tests, of which {} is the first, do not pass in this build, so it cannot speak "
                   "for them: fix the tests first.",
                   count, case_name);
}

Outcome outcome_of(const SanitizerCaseResult& result) {
  if (!result.reported.empty() || result.fault) return Outcome::kFail;
  return result.starved.empty() ? Outcome::kPass : Outcome::kInconclusive;
}

std::vector<CaseVerdict> case_verdicts(const std::vector<SanitizerCase>& cases,
                                       const std::vector<SanitizerCaseResult>& results) {
  std::vector<CaseVerdict> verdicts;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const Outcome outcome = outcome_of(results[i]);
    verdicts.push_back({.name = cases[i].name, .verdict = outcome, .fraction = outcome == Outcome::kPass ? 1.0 : 0.0});
  }
  return verdicts;
}

/// The share of the cases, by their points as tests, that pass in this build.
double share_of_passing(const std::vector<SanitizerCase>& cases, const std::vector<SanitizerCaseResult>& results) {
  int all = 0;
  int passing = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    all += cases[i].points;
    if (outcome_of(results[i]) == Outcome::kPass) passing += cases[i].points;
  }
  return all == 0 ? 0 : static_cast<double>(passing) / all;
}

/// A note on each case that the machine was too busy for.
std::vector<std::string> why_not_judged(const std::vector<SanitizerCase>& cases,
                                        const std::vector<SanitizerCaseResult>& results) {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (outcome_of(results[i]) != Outcome::kInconclusive) continue;
    notes.push_back(fmt::format("{} is not judged: it {}.", cases[i].name, results[i].starved));
  }
  return notes;
}

/// What to add where a race was reported in code that ThreadSanitizer does not understand.
std::string may_be_wrong(std::string_view unknown, bool explorer_decided) {
  const std::string text = fmt::format("Your code uses {}, which ThreadSanitizer does not understand", unknown);
  return text + (explorer_decided
                     ? ". The explorer does, and its cases do not show these two lines in order: the report stands."
                     : ": its report may be wrong, and this lab has no explored cases to decide. So it costs nothing.");
}

std::optional<std::string> not_modelled_in(const Context& context, const std::vector<SanitizerCase>& cases) {
  std::set<std::filesystem::path> programs;
  for (const SanitizerCase& test : cases) programs.insert(test.program);
  const auto is_learners = [&](std::string_view path) {
    const auto file = lab_file(path, context.manifest);
    return file && is_submitted(*file, context.manifest);
  };
  const auto& built = std::get<build::Programs>(context.built.at(build::Flavour::kTsan));
  return not_modelled(built.dir, std::vector(programs.begin(), programs.end()), is_learners);
}

Verdict verdict_of(const Context& context, const std::vector<SanitizerCase>& cases,
                   const std::vector<SanitizerCaseResult>& results, const RaceReview& review) {
  Verdict verdict;
  verdict.notes = review.notes;
  verdict.cases = case_verdicts(cases, results);
  verdict.findings = distinct(results);
  if (!verdict.findings.empty() && !is_the_learners(verdict.findings.front())) {
    verdict.outcome = Outcome::kError;
    verdict.notes.emplace_back(
        "A sanitizer reported something in which no file of the lab takes part. That is the kit's fault, not yours.");
    return verdict;
  }
  const bool race = std::any_of(verdict.findings.begin(), verdict.findings.end(), is_race);
  if (race && review.unfinished) {
    verdict.notes.emplace_back(
        "The explorer decides whether what ThreadSanitizer reports is a race, and time ended its run. So the report "
        "costs nothing.");
    verdict.outcome = Outcome::kInconclusive;
    return verdict;
  }
  const auto is_race_of_tests = [&](const Finding& finding) {
    return is_race(finding) && !is_submitted(finding.file, context.manifest);
  };
  if (race && review.explorer_decided && !review.explorer_found_a_race &&
      std::all_of(verdict.findings.begin(), verdict.findings.end(), is_race_of_tests)) {
    verdict.notes.emplace_back(
        "ThreadSanitizer reports a race in lines of the tests, which your code should keep apart. The explorer follows "
        "more kinds of synchronisation, and its cases have no race. So the report costs nothing.");
    verdict.outcome = Outcome::kInconclusive;
    return verdict;
  }
  if (const auto unknown = race ? not_modelled_in(context, cases) : std::nullopt) {
    verdict.notes.push_back(may_be_wrong(*unknown, review.explorer_decided));
    if (!review.explorer_decided) {
      verdict.outcome = Outcome::kInconclusive;
      return verdict;
    }
  }
  const bool reported = !verdict.findings.empty();
  std::vector<std::size_t> faulty;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (results[i].fault) faulty.push_back(i);
  }
  if (!faulty.empty()) {
    verdict.findings.push_back(*results[faulty.front()].fault);
    verdict.notes.push_back(tests_first(cases[faulty.front()].name, faulty.size()));
  }
  const std::vector<std::string> open = why_not_judged(cases, results);
  verdict.notes.insert(verdict.notes.end(), open.begin(), open.end());
  verdict.outcome = !verdict.findings.empty() ? Outcome::kFail : open.empty() ? Outcome::kPass : Outcome::kInconclusive;
  // A wrong result is not a race: where the sanitizer reports nothing, it costs its own case's share.
  if (verdict.outcome == Outcome::kPass) {
    verdict.fraction = 1;
  } else if (!reported) {
    verdict.fraction = share_of_passing(cases, results);
  }
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
  std::vector<SanitizerCase> cases;
  for (const Check* check : judged_checks(context.manifest, settings)) {
    const auto& tests = std::get<TestsCheck>(check->settings);
    const auto program = program_of(context, flavour, tests.program);
    if (const auto* refused = std::get_if<Verdict>(&program)) return *refused;
    for (const TestCase& test : tests.cases) {
      if (!settings.only.empty() && !settings.only.contains(test.name)) continue;
      cases.push_back({test.name, std::get<std::filesystem::path>(program), test.points});
    }
  }
  auto results = run_all(context, cases);
  if (!results) return tl::unexpected(results.error());
  const auto review = review_races(context, cases, *results);
  if (!review) return tl::unexpected(review.error());
  return verdict_of(context, cases, *results, *review);
}

}  // namespace lockstep::checks
