#include "checks/tests_check.h"

#include <fmt/core.h>

#include <algorithm>
#include <mutex>

#include "checks/case_ending.h"
#include "checks/case_run.h"
#include "checks/case_verdict.h"
#include "checks/parallel.h"
#include "checks/program.h"
#include "checks/source_place.h"
#include "manifest/spelling.h"

namespace lockstep::checks {
namespace {

Finding integrity(std::string message) {
  Finding finding;
  finding.kind = FindingKind::kIntegrity;
  finding.message = std::move(message);
  return finding;
}

/// Compares the cases that a program lists with those that it must have.
std::vector<Finding> differences(std::vector<std::string> listed, std::vector<std::string> wanted,
                                 const std::string& program) {
  std::sort(listed.begin(), listed.end());
  std::sort(wanted.begin(), wanted.end());
  std::vector<std::string> missing;
  std::vector<std::string> extra;
  std::set_difference(wanted.begin(), wanted.end(), listed.begin(), listed.end(), std::back_inserter(missing));
  std::set_difference(listed.begin(), listed.end(), wanted.begin(), wanted.end(), std::back_inserter(extra));
  std::vector<Finding> findings;
  findings.reserve(missing.size() + extra.size());
  for (const auto& name : missing) {
    findings.push_back(integrity(
        fmt::format("{} has no case {}{}, which lab.toml names.", program, name, manifest::suggestion(name, extra))));
  }
  for (const auto& name : extra) {
    findings.push_back(integrity(fmt::format("{} has a case {}, which lab.toml does not name.", program, name)));
  }
  return findings;
}

/// What is wrong with the program as a whole, before any case is run.
std::vector<Finding> faults_of_program(const CaseRun& listing, const Manifest& manifest, const std::string& name) {
  if (!listing.report.complete) {
    Finding finding;
    finding.kind = FindingKind::kEarlyExit;
    finding.message =
        fmt::format("{} {} before any test began. Does a global object of yours do more than hold a value?", name,
                    process::describe(listing.run.exit));
    return std::vector{finding};
  }
  return differences(listing.report.listed, cases_of_program(manifest, name), name);
}

Verdict none_judged(const CaseSet& tests, std::string why) {
  Verdict verdict;
  verdict.outcome = Outcome::kInconclusive;
  verdict.notes.push_back(std::move(why));
  for (const TestCase& test : tests.cases) {
    verdict.cases.push_back({.name = test.name, .verdict = Outcome::kInconclusive, .fraction = 0});
  }
  return verdict;
}

Verdict all_failed(const CaseSet& tests, std::vector<Finding> findings) {
  Verdict verdict;
  verdict.outcome = Outcome::kFail;
  verdict.findings = std::move(findings);
  for (const TestCase& test : tests.cases) {
    verdict.cases.push_back({.name = test.name, .verdict = Outcome::kFail, .fraction = 0});
  }
  return verdict;
}

bool explored_nothing(const TestReport& report) {
  return report.explored.kind.empty() && report.explored.expected.empty() && !report.explored.coverage;
}

/// In the manifest's order.
using CaseEndings = std::vector<Result<CaseEnding>>;

CaseEndings run_all(const Context& context, const CaseSet& tests, const std::filesystem::path& program) {
  CaseEndings endings(tests.cases.size());
  std::mutex telling;
  int done = 0;
  const auto total = static_cast<int>(tests.cases.size());
  for_each_index(tests.cases.size(), context.jobs, [&](std::size_t i) {
    const std::string& name = tests.cases[i].name;
    {
      const std::scoped_lock lock(telling);
      if (context.progress) context.progress(name, done, total);
    }
    endings[i] = run_case(context, program, name, tests.environment_of(name)).map([&](const CaseRun& run) {
      if (starved(run)) return CaseEnding{.fault = {}, .coverage = {}, .starved = process::describe(run.run.exit)};
      return CaseEnding{.fault = fault_of(name, run, context.manifest),
                        .coverage = run.report.explored.coverage,
                        .lines = submitted_lines(run.report.explored.lines, context.manifest, context.submitted),
                        .explored_nothing = tests.flavour == build::Flavour::kExplore && explored_nothing(run.report)};
    });
    const std::scoped_lock lock(telling);
    ++done;
  });
  return endings;
}

}  // namespace

Result<Verdict> judge_cases(const Context& context, const CaseSet& set) {
  const auto program = program_of(context, set.flavour, set.program);
  if (const auto* refused = std::get_if<Verdict>(&program)) return *refused;
  const auto& path = std::get<std::filesystem::path>(program);

  const auto listing = run_listing(context, path, {});
  if (!listing) return tl::unexpected(listing.error());
  if (starved(*listing)) {
    return none_judged(set, fmt::format("{} {}.", set.program, process::describe(listing->run.exit)));
  }
  if (auto faults = faults_of_program(*listing, context.manifest, set.program); !faults.empty()) {
    return all_failed(set, std::move(faults));
  }

  std::vector<CaseEnding> endings;
  endings.reserve(set.cases.size());
  for (auto& ending : run_all(context, set, path)) {
    if (!ending) return tl::unexpected(ending.error());
    endings.push_back(std::move(*ending));
  }
  return verdict_of(set.cases, endings, set.deterministic);
}

Result<Verdict> judge(const TestsCheck& settings, const Context& context) {
  return judge_cases(context,
                     {.program = settings.program,
                      .cases = settings.cases,
                      .flavour = build::Flavour::kRelease,
                      .environment_of = [](const std::string&) { return std::map<std::string, std::string>{}; }});
}

}  // namespace lockstep::checks
