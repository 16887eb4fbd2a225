#include "checks/case_ending.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <string>

namespace lockstep::checks {
namespace {

Outcome outcome_of(const CaseEnding& ending, bool deterministic) {
  if (!ending.starved.empty()) return Outcome::kInconclusive;
  if (ending.fault) {
    const bool cannot_tell = ending.fault->kind == FindingKind::kNondeterminism && !deterministic;
    return cannot_tell ? Outcome::kInconclusive : Outcome::kFail;
  }
  if (ending.explored_nothing) return Outcome::kError;
  const auto& covered = ending.coverage;
  const bool cannot_tell = covered && (covered->end == Coverage::End::kTruncated || covered->out_of_time);
  return cannot_tell ? Outcome::kInconclusive : Outcome::kPass;
}

std::string why_not_judged(const std::string& name, const CaseEnding& ending) {
  if (!ending.starved.empty()) return fmt::format("{} is not judged: it {}.", name, ending.starved);
  if (ending.explored_nothing) {
    return fmt::format(
        "{} is not judged: it has explored nothing. That is a mistake of the lab: the case must call "
        "lockstep::explore, or check an interface with generated clients.",
        name);
  }
  if (ending.fault) {
    return fmt::format("{} is not judged: one schedule, run twice, did not do the same.", name);
  }
  if (ending.coverage->out_of_time) {
    return fmt::format("{} is not judged: it ran out of time before its schedules were run. Nothing was found in {}.",
                       name, sentence(*ending.coverage));
  }
  return fmt::format("{} is not judged: nothing was found in {}.", name, sentence(*ending.coverage));
}

/// Nothing where some case was not explored to its end: what it would have run is not known.
std::vector<ExploredLines> lines_of_all(std::span<const CaseEnding> endings) {
  std::vector<ExploredLines> all;
  for (const CaseEnding& ending : endings) {
    if (ending.fault || !ending.starved.empty() || ending.explored_nothing) return {};
    for (const ExploredLines& lines : ending.lines) add_lines(all, lines);
  }
  return all;
}

}  // namespace

Verdict verdict_of(std::span<const TestCase> cases, std::span<const CaseEnding> endings, bool deterministic) {
  assert(cases.size() == endings.size());
  Verdict verdict{.outcome = Outcome::kPass, .fraction = 1, .findings = {}, .cases = {}, .notes = {}};
  int points = 0;
  int lost = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const CaseEnding& ending = endings[i];
    const Outcome outcome = outcome_of(ending, deterministic);
    points += cases[i].points;
    if (outcome == Outcome::kFail) {
      lost += cases[i].points;
      verdict.outcome = Outcome::kFail;
    } else if (outcome != Outcome::kPass) {
      if (verdict.outcome != Outcome::kFail && verdict.outcome != Outcome::kError) verdict.outcome = outcome;
      verdict.notes.push_back(why_not_judged(cases[i].name, ending));
    }
    verdict.cases.push_back({.name = cases[i].name,
                             .verdict = outcome,
                             .fraction = outcome == Outcome::kPass ? 1.0 : 0.0,
                             .coverage = ending.fault ? std::nullopt : ending.coverage});
    if (ending.fault) {
      verdict.findings.push_back(*ending.fault);
      verdict.findings.back().of_case = cases[i].name;
    }
  }
  verdict.lines = lines_of_all(endings);
  if (verdict.outcome == Outcome::kFail) {
    verdict.fraction = points == 0 ? 0 : static_cast<double>(points - lost) / points;
  } else if (verdict.outcome != Outcome::kPass) {
    verdict.fraction = 0;
  }
  return verdict;
}

}  // namespace lockstep::checks
