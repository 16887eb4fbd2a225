#include "report/findings.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <tuple>

#include "checks/unwritten.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

using Identity = std::tuple<FindingKind, std::string_view, int, std::string_view>;

Identity identity(const Finding& finding) { return {finding.kind, finding.file, finding.line, finding.message}; }

std::vector<Similar> group(const std::vector<Finding>& findings) {
  std::vector<Similar> groups;
  std::set<Identity> seen;
  for (const Finding& finding : findings) {
    if (!seen.insert(identity(finding)).second) continue;
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const Similar& each) { return each.first->kind == finding.kind; });
    if (found == groups.end()) {
      groups.push_back({.first = &finding, .others = {}});
    } else {
      found->others.push_back(&finding);
    }
  }
  return groups;
}

}  // namespace

std::string_view title(FindingKind kind) {
  switch (kind) {
    case FindingKind::kDataRace:
      return "Data race";
    case FindingKind::kDeadlock:
      return "Deadlock";
    case FindingKind::kLostWakeup:
      return "Lost wake-up";
    case FindingKind::kLivelock:
      return "Livelock";
    case FindingKind::kStarvation:
      return "Starvation";
    case FindingKind::kAssertion:
      return "Expectation not met";
    case FindingKind::kException:
      return "Uncaught exception";
    case FindingKind::kCrash:
      return "Crash";
    case FindingKind::kUseAfterFree:
      return "Use after free";
    case FindingKind::kMemory:
      return "Memory error";
    case FindingKind::kUndefined:
      return "Undefined behaviour";
    case FindingKind::kLockMisuse:
      return "Misuse of a lock";
    case FindingKind::kLockOrder:
      return "Locks taken in opposite orders";
    case FindingKind::kThreadLeak:
      return "Thread left running";
    case FindingKind::kEarlyExit:
      return "Program ended early";
    case FindingKind::kTimeOut:
      return "Does not end";
    case FindingKind::kBuild:
      return "Does not compile";
    case FindingKind::kSpeedup:
      return "Too little speedup";
    case FindingKind::kIntegrity:
      return "The test run was interfered with";
    case FindingKind::kNondeterminism:
      return "Cannot be replayed";
    case FindingKind::kUnsupported:
      return "Not supported";
    case FindingKind::kForbiddenApi:
      return "Uses a construct that this task forbids";
    case FindingKind::kMissingApi:
      return "Does not use what this task requires";
    case FindingKind::kChangeSize:
      return "Not changed, or changed more than needed";
    case FindingKind::kUnwritten:
      return "Not begun";
  }
  return "Finding";
}

std::string location(const Finding& finding) {
  if (finding.file.empty()) return {};
  const std::string file = plain_line(finding.file);
  return finding.line > 0 ? fmt::format("{}:{}", file, finding.line) : file;
}

std::vector<CheckFindings> group_findings(const Score& score) {
  std::vector<CheckFindings> all;
  std::set<Identity> told;
  for (const CheckScore& check : score.checks) {
    auto groups = group(check.verdict.findings);
    for (Similar& similar : groups) similar.told = !told.insert(identity(*similar.first)).second;
    all.push_back({.check = &check, .groups = std::move(groups)});
  }
  return all;
}

namespace {

/// What tells a finding from others of its kind: the function that is not written yet, or the place.
std::string distinction(const Finding& finding) {
  if (finding.kind != FindingKind::kUnwritten) return location(finding);
  return plain_line(checks::unwritten_function(finding));
}

}  // namespace

std::string others_text(const Similar& similar) {
  constexpr std::size_t kNamed = 3;
  if (similar.others.empty()) return {};
  std::vector<std::string> places;
  for (const Finding* other : similar.others) {
    std::string where = distinction(*other);
    if (where.empty() || std::find(places.begin(), places.end(), where) != places.end()) continue;
    places.push_back(std::move(where));
  }
  std::string text = fmt::format("and {} more of this kind", similar.others.size());
  for (std::size_t i = 0; i < std::min(places.size(), kNamed); ++i) text += (i == 0 ? ": " : ", ") + places[i];
  if (places.size() > kNamed) text += ", ...";
  return text;
}

}  // namespace lockstep::report
