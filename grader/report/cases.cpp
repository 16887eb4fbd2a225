#include "report/cases.h"

#include <algorithm>

namespace lockstep::report {

std::vector<CaseVerdict> cases_of(const CheckScore& check) {
  if (!check.verdict.cases.empty()) return check.verdict.cases;
  return {{.name = check.title, .verdict = check.verdict.outcome, .fraction = check.verdict.fraction}};
}

const Finding* finding_of(const CheckScore& check, const std::string& name) {
  const auto& findings = check.verdict.findings;
  const auto named = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.message.find(name) != std::string::npos;
  });
  if (named != findings.end()) return &*named;
  return findings.empty() ? nullptr : &findings.front();
}

}  // namespace lockstep::report
