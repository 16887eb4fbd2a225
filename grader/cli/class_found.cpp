#include "cli/class_found.h"

#include "lockstep/coverage_json.h"
#include "lockstep/explored_lines_json.h"
#include "lockstep/finding_place_json.h"
#include "lockstep/reduction_json.h"
#include "lockstep/trace_step_json.h"
#include "report/read_fields.h"

namespace lockstep::cli {
namespace {

using report::Json;

constexpr const char* kSchema = "lockstep.found/1";

Json finding_json(const Finding& finding) {
  Json json{{"kind", name(finding.kind)}, {"message", finding.message},   {"file", finding.file},
            {"line", finding.line},       {"replay", finding.replay},     {"read", finding.read},
            {"racing", finding.racing},   {"schedule", finding.schedule}, {"trace", finding.trace},
            {"of_case", finding.of_case}, {"places", Json::array()},      {"steps", Json::array()}};
  if (finding.reduction) json["reduction"] = reduction_json<Json>(*finding.reduction);
  for (const FindingPlace& place : finding.places) json["places"].push_back(place_json<Json>(place));
  for (const TraceStep& step : finding.steps) json["steps"].push_back(trace_step_json<Json>(step));
  return json;
}

Json verdict_json(const Verdict& verdict) {
  Json json{{"outcome", name(verdict.outcome)},
            {"fraction", verdict.fraction},
            {"notes", verdict.notes},
            {"findings", Json::array()},
            {"cases", Json::array()}};
  for (const Finding& finding : verdict.findings) json["findings"].push_back(finding_json(finding));
  for (const CaseVerdict& test : verdict.cases) {
    json["cases"].push_back({{"name", test.name}, {"outcome", name(test.verdict)}, {"fraction", test.fraction}});
    if (test.coverage) json["cases"].back()["coverage"] = coverage_json<Json>(*test.coverage);
  }
  for (const ExploredLines& lines : verdict.lines) json["lines"].push_back(explored_lines_json<Json>(lines));
  return json;
}

// Reading throws where the text is not what `to_text` writes; `found_in` catches all of it.

Outcome outcome_in(const Json& json) {
  for (const Outcome outcome : {Outcome::kPass, Outcome::kFail, Outcome::kInconclusive, Outcome::kError}) {
    if (json.get_ref<const std::string&>() == name(outcome)) return outcome;
  }
  throw Json::other_error::create(501, "no outcome", nullptr);
}

Finding finding_in(const Json& json) {
  const auto kind = finding_kind(json.at("kind").get_ref<const std::string&>());
  if (!kind) throw Json::other_error::create(501, "no kind of finding", nullptr);
  Finding finding{.kind = *kind,
                  .message = json.at("message"),
                  .file = json.at("file"),
                  .line = json.at("line"),
                  .replay = json.at("replay"),
                  .read = json.at("read"),
                  .raw = {},
                  .racing = json.at("racing"),
                  .schedule = json.at("schedule"),
                  .trace = json.at("trace"),
                  .of_case = json.at("of_case")};
  if (json.contains("reduction")) finding.reduction = read_reduction(json.at("reduction"));
  for (const Json& place : json.at("places")) finding.places.push_back(report::read_place(place));
  for (const Json& step : json.at("steps")) finding.steps.push_back(report::read_step(step));
  return finding;
}

Verdict verdict_in(const Json& json) {
  Verdict verdict{.outcome = outcome_in(json.at("outcome")),
                  .fraction = json.at("fraction"),
                  .findings = {},
                  .cases = {},
                  .notes = json.at("notes")};
  for (const Json& finding : json.at("findings")) verdict.findings.push_back(finding_in(finding));
  for (const Json& test : json.at("cases")) {
    CaseVerdict read{
        .name = test.at("name"), .verdict = outcome_in(test.at("outcome")), .fraction = test.at("fraction")};
    if (const auto coverage = test.find("coverage"); coverage != test.end())
      read.coverage = report::read_coverage(*coverage);
    verdict.cases.push_back(std::move(read));
  }
  for (const Json& lines : report::list_of(json, "lines")) verdict.lines.push_back(report::read_lines(lines));
  return verdict;
}

}  // namespace

std::string to_text(const Found& found, std::string_view grader) {
  Json json{{"schema", kSchema},
            {"grader", grader},
            {"seconds", found.seconds},
            {"verdicts", Json::object()},
            {"review", Json::array()}};
  for (const auto& [id, verdict] : found.verdicts) json["verdicts"][id] = verdict_json(verdict);
  for (const Finding& finding : found.review) json["review"].push_back(finding_json(finding));
  // What a learner's program printed may be no UTF-8.
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Found> found_in(std::string_view text, std::string_view grader) {
  try {
    const Json json = Json::parse(text);
    if (json.at("schema") != kSchema || json.at("grader") != grader) return std::nullopt;
    Found found{.verdicts = {}, .review = {}, .seconds = json.at("seconds")};
    for (const auto& [id, verdict] : json.at("verdicts").items()) found.verdicts[id] = verdict_in(verdict);
    for (const Json& finding : json.at("review")) found.review.push_back(finding_in(finding));
    return found;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace lockstep::cli
