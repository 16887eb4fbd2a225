#include "report/read_json.h"

#include <fmt/core.h>

#include "lockstep/reduction_json.h"
#include "report/read_fields.h"

namespace lockstep::report {
namespace {

// Each of these throws nlohmann's exception where the text is not as the format has it; `read_json` catches it.

std::vector<std::string> texts_of(const Json& json, const char* key) {
  std::vector<std::string> texts;
  for (const Json& text : list_of(json, key)) texts.push_back(text.get<std::string>());
  return texts;
}

struct WrongValue {
  std::string what;
};

Outcome outcome_of(const Json& json) {
  const auto text = json.at("verdict").get<std::string>();
  for (const Outcome outcome : {Outcome::kPass, Outcome::kFail, Outcome::kInconclusive, Outcome::kError}) {
    if (name(outcome) == text) return outcome;
  }
  throw WrongValue{fmt::format("verdict = \"{}\"", text)};
}

FindingKind kind_of(const Json& json) {
  const auto text = json.at("kind").get<std::string>();
  if (const auto kind = finding_kind(text)) return *kind;
  throw WrongValue{fmt::format("kind = \"{}\" of a finding", text)};
}

/// The interleaving as text, which the format has at the end of the message, goes where it was.
void part_trace(Finding& finding) {
  constexpr std::string_view kFirstStep = "\n    1   a  ";
  const auto begin = finding.message.rfind(kFirstStep);
  if (finding.steps.empty() || begin == std::string::npos) return;
  finding.trace = finding.message.substr(begin + 1);
  finding.message.resize(begin);
}

Finding finding_of(const Json& json) {
  Finding finding{};
  finding.kind = kind_of(json);
  finding.message = json.at("message").get<std::string>();
  finding.file = text_of(json, "file");
  finding.line = number_of<int>(json, "line");
  finding.replay = text_of(json, "replay");
  finding.schedule = number_of<std::uint64_t>(json, "schedule");
  if (const auto reduction = json.find("reduction"); reduction != json.end())
    finding.reduction = read_reduction(*reduction);
  finding.of_case = text_of(json, "case");
  for (const Json& place : list_of(json, "places")) {
    finding.places.push_back(read_place(place));
  }
  for (const Json& step : list_of(json, "steps")) finding.steps.push_back(read_step(step));
  part_trace(finding);
  return finding;
}

std::vector<Finding> findings_of(const Json& json, const char* key) {
  std::vector<Finding> findings;
  for (const Json& finding : list_of(json, key)) findings.push_back(finding_of(finding));
  return findings;
}

CaseVerdict case_of(const Json& json) {
  CaseVerdict verdict{.name = json.at("name").get<std::string>(), .verdict = outcome_of(json), .fraction = 0};
  if (verdict.verdict == Outcome::kPass) verdict.fraction = 1;
  if (const auto coverage = json.find("coverage"); coverage != json.end()) verdict.coverage = read_coverage(*coverage);
  return verdict;
}

CheckScore check_of(const Json& json) {
  CheckScore check{.id = json.at("id").get<std::string>(),
                   .kind = json.at("kind").get<std::string>(),
                   .title = json.at("id").get<std::string>(),
                   .verdict = {.outcome = outcome_of(json),
                               .findings = findings_of(json, "findings"),
                               .cases = {},
                               .notes = texts_of(json, "notes")},
                   .points = std::nullopt,
                   .max_points = json.at("max_points").get<int>()};
  if (!json.at("points").is_null()) check.points = json.at("points").get<double>();
  for (const Json& test : json.at("cases")) check.verdict.cases.push_back(case_of(test));
  for (const Json& lines : list_of(json, "lines")) check.verdict.lines.push_back(read_lines(lines));
  if (check.points && check.max_points > 0) check.verdict.fraction = *check.points / check.max_points;
  if (const auto capped = json.find("capped"); capped != json.end()) {
    check.cap = SeverityCap{.kind = kind_of(*capped),
                            .share = capped->at("share").get<double>(),
                            .earned = capped->at("earned").get<double>()};
  }
  return check;
}

GradeReport report_of(const Json& json) {
  if (json.at("schema") != "lockstep.grade/1") throw WrongValue{"another schema than lockstep.grade/1"};
  const Json& machine = json.at("machine");
  GradeReport report{.lab = json.at("lab").get<std::string>(),
                     .title = json.at("lab").get<std::string>(),
                     .score = {},
                     .machine = {.os = text_of(machine, "os"),
                                 .kernel = text_of(machine, "kernel"),
                                 .compiler = text_of(machine, "compiler"),
                                 .cores = number_of<double>(machine, "cores"),
                                 .sandbox = text_of(machine, "sandbox")},
                     .kit = json.at("kit").get<std::string>()};
  report.score.points = json.at("points").get<double>();
  report.score.max_points = json.at("max_points").get<int>();
  for (const Json& check : json.at("checks")) {
    report.score.checks.push_back(check_of(check));
    const CheckScore& read = report.score.checks.back();
    if (!read.points) report.score.left_out += read.max_points;
  }
  report.review = findings_of(json, "review");
  report.notes = texts_of(json, "notes");
  return report;
}

}  // namespace

Result<GradeReport> read_json(std::string_view text) {
  constexpr const char* kNoReport = "found {} in a report; accepted: lockstep.grade/1 (docs/formats/grade-1.md)";
  try {
    return report_of(Json::parse(text));
  } catch (const Json::exception& error) {
    return input_error(fmt::format(fmt::runtime(kNoReport), error.what()));
  } catch (const WrongValue& wrong) {
    return input_error(fmt::format(fmt::runtime(kNoReport), wrong.what));
  }
}

}  // namespace lockstep::report
