#include "report/ctrf.h"

#include <map>
#include <string_view>

#include "report/cases.h"
#include "report/check_text.h"
#include "report/findings.h"
#include "report/json_text.h"
#include "report/wording.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

std::string_view ctrf_status(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return "passed";
    case Outcome::kFail:
      return "failed";
    case Outcome::kInconclusive:
      return "skipped";
    case Outcome::kError:
      return "other";
  }
  return "other";
}

Json ctrf_test(const CheckScore& check, const CaseVerdict& test) {
  // How long a case takes is no part of a grade.
  Json json{{"name", plain_line(test.name)},
            {"status", ctrf_status(test.verdict)},
            {"duration", 0},
            {"suite", Json::array({plain_line(check.title)})},
            {"tags", Json::array({check.id, check.kind})}};
  if (test.verdict == Outcome::kFail) {
    if (const Finding* finding = finding_of(check, test.name)) {
      json["message"] = plain_line(title(finding->kind));
      json["trace"] = finding_text(*finding);
    }
  } else if (const std::string why = not_judged_text(test.verdict); !why.empty()) {
    json["message"] = why;
  }
  return json;
}

}  // namespace

std::string ctrf(const GradeReport& report) {
  std::map<std::string_view, int> counts;
  Json tests = Json::array();
  for (const CheckScore& check : report.score.checks) {
    for (const CaseVerdict& test : cases_of(check)) {
      ++counts[ctrf_status(test.verdict)];
      tests.push_back(ctrf_test(check, test));
    }
  }
  const auto duration_ms = static_cast<std::int64_t>(report.seconds * 1000);
  Json summary{{"tests", tests.size()}};
  for (const std::string_view status : {"passed", "failed", "skipped", "pending", "other"}) {
    summary[std::string(status)] = counts[status];
  }
  summary["start"] = report.started_ms;
  summary["stop"] = report.started_ms + duration_ms;
  const Json json{
      {"reportFormat", "CTRF"},
      {"specVersion", "0.0.0"},
      {"generatedBy", "Lockstep"},
      {"results",
       {{"tool", {{"name", "Lockstep"}, {"version", report.kit}}},
        {"summary", std::move(summary)},
        {"tests", std::move(tests)}}},
      {"extra",
       {{"lab", report.lab}, {"points", number(report.score.points)}, {"max_points", report.score.max_points}}}};
  return json_text(json);
}

}  // namespace lockstep::report
