#include "report/classroom.h"

#include "report/check_text.h"
#include "report/findings.h"
#include "report/json_text.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

/// A step's outputs are a megabyte at most, base64 makes four bytes of three, and there are other checks.
constexpr std::size_t kMostMessageBytes = 4000;

Json autograding_test(const CheckFindings& findings) {
  const CheckScore& check = *findings.check;
  const bool passed = check.verdict.outcome == Outcome::kPass;
  return {{"name", plain_line(check.title)},
          {"status", passed ? "pass" : "fail"},
          {"score", number(*check.points)},
          {"message", passed ? Json(nullptr) : Json(shortened(check_text(findings), kMostMessageBytes))},
          {"test_code", check.id},
          {"filename", ""},
          {"line_no", 0},
          {"duration", 0}};
}

}  // namespace

std::string classroom(const GradeReport& report) {
  const Score& score = report.score;
  Json tests = Json::array();
  for (const CheckFindings& findings : group_findings(score)) {
    if (findings.check->points && findings.check->max_points > 0) tests.push_back(autograding_test(findings));
  }
  const char* const status = score.max_points <= 0 ? "error" : score.points < score.max_points ? "fail" : "pass";
  return json_text({{"version", 1}, {"status", status}, {"max_score", score.max_points}, {"tests", std::move(tests)}});
}

}  // namespace lockstep::report
