#include "report/json.h"

#include <string_view>

#include "lockstep/coverage_json.h"
#include "lockstep/explored_lines_json.h"
#include "lockstep/finding_place_json.h"
#include "lockstep/reduction_json.h"
#include "lockstep/trace_step_json.h"
#include "report/coverage_text.h"
#include "report/json_text.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(plain_text(text)); }

Json texts(const std::vector<std::string>& lines) {
  Json array = Json::array();
  for (const auto& line : lines) array.push_back(plain_text(line));
  return array;
}

TraceStep plain(TraceStep step) {
  for (std::string* text : {&step.thread, &step.what, &step.note, &step.object, &step.file, &step.code, &step.why}) {
    *text = plain_line(*text);
  }
  for (HeldLock& held : step.held_then) held = {plain_line(held.thread), plain_line(held.lock)};
  return step;
}

Json finding_json(const Finding& finding) {
  Json json{{"kind", name(finding.kind)},
            {"message", plain_text(full_text(finding))},
            {"file", text_or_null(finding.file)},
            {"line", finding.line > 0 ? Json(finding.line) : Json(nullptr)},
            {"replay", text_or_null(finding.replay)}};
  for (const FindingPlace& place : finding.places) {
    json["places"].push_back(
        place_json<Json>({.file = plain_text(place.file), .line = place.line, .function = plain_text(place.function)}));
  }
  if (!finding.of_case.empty()) json["case"] = plain_text(finding.of_case);
  if (finding.schedule > 0) json["schedule"] = finding.schedule;
  if (finding.reduction) json["reduction"] = reduction_json<Json>(*finding.reduction);
  for (const TraceStep& step : finding.steps) json["steps"].push_back(trace_step_json<Json>(plain(step)));
  return json;
}

Json check_json(const CheckScore& check) {
  Json findings = Json::array();
  for (const Finding& finding : check.verdict.findings) findings.push_back(finding_json(finding));
  Json cases = Json::array();
  for (const CaseVerdict& test : check.verdict.cases) {
    cases.push_back({{"name", plain_text(test.name)}, {"verdict", name(test.verdict)}});
    if (test.coverage) cases.back()["coverage"] = coverage_json<Json>(*test.coverage);
  }
  Json json{{"id", check.id},
            {"kind", check.kind},
            {"verdict", name(check.verdict.outcome)},
            {"points", check.points ? number(*check.points) : Json(nullptr)},
            {"max_points", check.max_points},
            {"findings", std::move(findings)},
            {"cases", std::move(cases)}};
  if (check.cap) {
    json["capped"] = {
        {"kind", name(check.cap->kind)}, {"share", number(check.cap->share)}, {"earned", number(check.cap->earned)}};
  }
  if (const auto coverage = coverage_of(check)) json["coverage"] = coverage_json<Json>(*coverage);
  for (const ExploredLines& lines : check.verdict.lines) json["lines"].push_back(explored_lines_json<Json>(lines));
  if (!check.verdict.notes.empty()) json["notes"] = texts(check.verdict.notes);
  return json;
}

}  // namespace

std::string json(const GradeReport& report) {
  Json checks = Json::array();
  for (const CheckScore& check : report.score.checks) checks.push_back(check_json(check));
  Json json{{"schema", "lockstep.grade/1"},
            {"lab", report.lab},
            {"points", number(report.score.points)},
            {"max_points", report.score.max_points},
            {"checks", std::move(checks)},
            {"machine",
             {{"os", plain_line(report.machine.os)},
              {"kernel", plain_line(report.machine.kernel)},
              {"compiler", plain_line(report.machine.compiler)},
              {"cores", number(report.machine.cores)},
              {"sandbox", plain_line(report.machine.sandbox)}}},
            {"kit", report.kit}};
  for (const Finding& finding : report.review) json["review"].push_back(finding_json(finding));
  if (!report.notes.empty()) json["notes"] = texts(report.notes);
  return json_text(json);
}

}  // namespace lockstep::report
