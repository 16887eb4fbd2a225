#include "book/failures.h"

#include <algorithm>
#include <map>
#include <set>

namespace lockstep::book {
namespace {

/// What makes two interleavings the same.
std::string shape_of(const Finding& finding) {
  std::string shape(name(finding.kind));
  for (const TraceStep& step : finding.steps) {
    shape += '\n' + step.thread + ' ' + step.what + ' ' + step.note + (step.decisive ? '!' : ' ');
  }
  return shape;
}

/// Counts a case over submissions.
struct CaseCount {
  CaseFailures failures;
  std::map<std::string, SeenInterleaving> shapes;
};

struct CheckCount {
  CheckFailures failures;
  std::vector<std::string> order;  ///< of the cases, as the reports have them
  std::map<std::string, CaseCount> cases;
};

bool is_judged(Outcome outcome) { return outcome == Outcome::kPass || outcome == Outcome::kFail; }

void count_interleavings(CheckCount& count, const CheckScore& check) {
  std::set<std::string> counted;
  for (const Finding& finding : check.verdict.findings) {
    const auto found = count.cases.find(finding.of_case);
    if (finding.steps.empty() || found == count.cases.end()) continue;
    const std::string shape = shape_of(finding);
    if (!counted.insert(finding.of_case + '\n' + shape).second) continue;
    SeenInterleaving& seen = found->second.shapes[shape];
    if (seen.finding == nullptr) seen.finding = &finding;
    ++seen.times;
  }
}

void count_check(CheckCount& count, const CheckScore& check) {
  count.failures.id = check.id;
  count.failures.title = check.title;
  if (!is_judged(check.verdict.outcome)) ++count.failures.not_judged;
  if (is_judged(check.verdict.outcome)) ++count.failures.judged;
  if (check.verdict.outcome == Outcome::kFail) ++count.failures.failed;
  for (const CaseVerdict& test : check.verdict.cases) {
    auto [found, is_new] = count.cases.try_emplace(test.name);
    CaseFailures& failures = found->second.failures;
    failures.name = test.name;
    if (is_new) count.order.push_back(test.name);
    if (is_judged(test.verdict)) ++failures.judged;
    if (test.verdict == Outcome::kFail) ++failures.failed;
  }
  count_interleavings(count, check);
}

CheckFailures finished(CheckCount& count) {
  for (const std::string& name : count.order) {
    CaseCount& test = count.cases.at(name);
    for (const auto& [shape, seen] : test.shapes) {
      const SeenInterleaving& most = test.failures.seen;
      const bool is_shorter = most.finding != nullptr && seen.times == most.times &&
                              seen.finding->steps.size() < most.finding->steps.size();
      if (seen.times > most.times || is_shorter) test.failures.seen = seen;
    }
    count.failures.cases.push_back(test.failures);
  }
  std::stable_sort(count.failures.cases.begin(), count.failures.cases.end(),
                   [](const CaseFailures& a, const CaseFailures& b) { return a.failed > b.failed; });
  return std::move(count.failures);
}

}  // namespace

std::vector<CheckFailures> failures(const Book& book, std::size_t lab) {
  std::vector<std::string> order;
  std::map<std::string, CheckCount> counts;
  for (const Learner& learner : book.learners) {
    const auto* attempt = judged_attempt(book, learner.works[lab]);
    if (attempt == nullptr) continue;
    for (const CheckScore& check : report_of(book, *attempt)->score.checks) {
      auto [found, is_new] = counts.try_emplace(check.id);
      if (is_new) order.push_back(check.id);
      count_check(found->second, check);
    }
  }
  std::vector<CheckFailures> all;
  all.reserve(order.size());
  for (const std::string& id : order) all.push_back(finished(counts.at(id)));
  std::stable_sort(all.begin(), all.end(),
                   [](const CheckFailures& a, const CheckFailures& b) { return a.failed > b.failed; });
  return all;
}

}  // namespace lockstep::book
