#include "checks/forgery.h"

#include <variant>

namespace lockstep::checks {
namespace {

using integrity::Affects;
using integrity::Severity;
using integrity::Suspicion;

/// Whether a check of this kind can be misled. What is read in a program that is not run cannot.
struct Misleads {
  Affects affects;

  bool operator()(const TestsCheck&) const { return affects == Affects::kAllRuns; }
  bool operator()(const TsanCheck&) const { return affects != Affects::kMemory; }
  bool operator()(const AsanCheck&) const { return affects != Affects::kRaces; }
  bool operator()(const SpeedupCheck&) const { return affects == Affects::kAllRuns; }
  bool operator()(const ExplorerCheck&) const { return affects != Affects::kMemory; }
  bool operator()(const ApiRulesCheck&) const { return false; }
  bool operator()(const ChangeSizeCheck&) const { return false; }
};

Finding finding_of(const Suspicion& suspicion) {
  Finding finding;
  finding.kind = FindingKind::kIntegrity;
  finding.message = suspicion.message;
  finding.file = suspicion.file;
  finding.line = suspicion.line;
  return finding;
}

}  // namespace

std::optional<Verdict> forgery(const Context& context) {
  Verdict verdict;
  verdict.outcome = Outcome::kFail;
  for (const Suspicion& suspicion : context.suspicions) {
    if (suspicion.severity != Severity::kProven) continue;
    if (!std::visit(Misleads{suspicion.affects}, context.check.settings)) continue;
    verdict.findings.push_back(finding_of(suspicion));
  }
  if (verdict.findings.empty()) return std::nullopt;
  for (const TestCase& test : own_cases(context.check)) {
    verdict.cases.push_back({.name = test.name, .verdict = Outcome::kFail, .fraction = 0});
  }
  return verdict;
}

std::vector<Finding> to_review(std::span<const Suspicion> suspicions) {
  std::vector<Finding> findings;
  for (const Suspicion& suspicion : suspicions) {
    if (suspicion.severity == Severity::kReview) findings.push_back(finding_of(suspicion));
  }
  return findings;
}

}  // namespace lockstep::checks
