#include "report/classroom50.h"

#include <cmath>
#include <cstdint>

#include "report/check_text.h"
#include "report/findings.h"
#include "report/json_text.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

std::int64_t whole(double points) { return static_cast<std::int64_t>(std::floor(points + 1e-6)); }

}  // namespace

std::string classroom50(const GradeReport& report) {
  Json tests = Json::array();
  for (const CheckFindings& findings : group_findings(report.score)) {
    const CheckScore& check = *findings.check;
    if (!check.points) continue;
    tests.push_back({{"test-name", plain_line(check.title)},
                     {"passed", check.verdict.outcome == Outcome::kPass},
                     {"score", whole(*check.points)},
                     {"max-score", check.max_points},
                     {"output", check_text(findings)}});
  }
  return json_text({{"schema", "classroom50/result/v1"},
                    {"score", whole(report.score.points)},
                    {"max-score", report.score.max_points},
                    {"tests", std::move(tests)}});
}

}  // namespace lockstep::report
