#include "report/prairielearn.h"

#include <algorithm>
#include <string_view>

#include "report/check_text.h"
#include "report/findings.h"
#include "report/json_text.h"
#include "report/wording.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

constexpr std::size_t kMostFileBytes = 1'000'000;
/// A byte may become six in JSON ("\u0023"), and the texts are not all of it.
constexpr std::size_t kBytesForTexts = kMostFileBytes / 8;

// If one test lacks its points, those of no test are shown; with 0 of 0 it is shown in grey.
Json prairielearn_test(const CheckFindings& findings, std::size_t most_bytes) {
  const CheckScore& check = *findings.check;
  return {{"name", plain_line(check.title)},
          {"points", number(check.points.value_or(0))},
          {"max_points", check.points ? check.max_points : 0},
          {"output", shortened(check_text(findings), most_bytes)}};
}

}  // namespace

std::string prairielearn(const GradeReport& report) {
  const Score& score = report.score;
  const auto groups = group_findings(score);
  const std::size_t most_bytes = kBytesForTexts / std::max<std::size_t>(groups.size(), 1);
  Json json{{"gradable", score.max_points > 0}};
  if (score.max_points > 0) {
    json["score"] = std::clamp(score.points / score.max_points, 0.0, 1.0);
  } else {
    json["format_errors"] = Json::array({"No check could be judged. That is not your fault: submit again."});
  }
  std::string message = next_step(report);
  if (const auto left_out = left_out_text(score); !left_out.empty()) message = left_out + " " + message;
  json["message"] = plain_line(message);
  Json tests = Json::array();
  for (const CheckFindings& findings : groups) tests.push_back(prairielearn_test(findings, most_bytes));
  json["tests"] = std::move(tests);
  return json_text(json);
}

}  // namespace lockstep::report
