#include "report/gradescope.h"

#include <string_view>

#include "report/check_text.h"
#include "report/findings.h"
#include "report/json_text.h"
#include "report/points_text.h"
#include "report/scaled_points.h"
#include "report/wording.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

Json gradescope_test(const CheckFindings& findings, std::size_t number_in_lab) {
  const CheckScore& check = *findings.check;
  std::string text = check_text(findings);
  Json json{{"name", plain_line(check.title)}, {"number", std::to_string(number_in_lab)}};
  if (check.points) {
    json["score"] = number(*check.points);
    json["max_score"] = check.max_points;
    json["status"] = check.verdict.outcome == Outcome::kPass ? "passed" : "failed";
  }
  json["output"] = std::move(text);
  json["output_format"] = "text";
  json["tags"] = Json::array({check.kind});
  return json;
}

std::string gradescope_summary(const GradeReport& report) {
  std::string text;
  if (!report.ended) {
    text =
        "The grading has not ended: the time may have run out. What has no points here was not judged. "
        "Your instructor can give it more time and grade it again.\n";
  }
  text += plain_line(report.title) + ": " + points_text(report.score.points) + " of " +
          std::to_string(report.score.max_points) + " points";
  for (const std::string& said : {left_out_text(report.score), next_step(report), machine_text(report)}) {
    if (!said.empty()) text += "\n" + plain_text(said);
  }
  for (const std::string& note : report.notes) text += "\nNote: " + plain_text(note);
  return text;
}

}  // namespace

std::string gradescope(const GradeReport& report) {
  const Score& score = report.score;
  Json json;
  if (!report.ended) {
    json["score"] = number(score.points);  // should this be all that there will be: no share of what nobody looked at
  } else if (const auto whole = scaled_points(score)) {
    json["score"] = number(*whole);
  }
  json["execution_time"] = number(report.seconds);
  json["output"] = gradescope_summary(report);
  json["output_format"] = "text";
  // What a learner's program prints is in the findings, as far as it says something.
  json["stdout_visibility"] = "hidden";
  Json tests = Json::array();
  for (const CheckFindings& findings : group_findings(score)) {
    tests.push_back(gradescope_test(findings, tests.size() + 1));
    if (!report.ended && !findings.check->points)
      tests.back()["output"] = "Not judged: the grading did not come to it.";
  }
  json["tests"] = std::move(tests);
  json["extra_data"] = {{"lab", report.lab}, {"kit", report.kit}};
  return json_text(json);
}

}  // namespace lockstep::report
