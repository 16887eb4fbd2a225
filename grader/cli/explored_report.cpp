#include "cli/explored_report.h"

#include "lockstep/reduction_json.h"
#include "lockstep/search_statistics_json.h"
#include "lockstep/trace_step_fields.h"
#include "text/plain_text.h"

namespace lockstep::cli {
namespace {

using nlohmann::json;

std::uint64_t count(const json& report, const char* key) {
  const json& value = report.at(key);
  if (!value.is_number_unsigned()) throw json::type_error::create(302, "a count must be unsigned", &value);
  return value.get<std::uint64_t>();
}

/// The text of a field that may be missing, of no more bytes than a page needs.
std::string text(const json& object, const char* key) {
  return shortened(object.value(key, std::string()), kMostTraceText);
}

/// \throw nlohmann::json::exception  where a field is missing or of another type
TraceStep step_of(const json& step) {
  TraceStep read{.number = step.at("number").is_null() ? 0 : count(step, "number"),
                 .thread = text(step, "thread"),
                 .what = text(step, "what"),
                 .note = text(step, "note"),
                 .object = text(step, "object"),
                 .file = text(step, "file"),
                 .line = step.value("line", 0),
                 .code = text(step, "code"),
                 .decisive = step.at("decisive").get<bool>(),
                 .why = text(step, "why"),
                 .waits = step.value("waits", false),
                 .stale = step.value("stale", false),
                 .left_out = step.value("left_out", std::uint64_t{0})};
  for (const json& held : step.value("held_then", json::array())) {
    if (read.held_then.size() < kMostTraceSteps) read.held_then.push_back({text(held, "thread"), text(held, "lock")});
  }
  return read;
}

/// \throw nlohmann::json::exception  likewise
std::vector<TraceStep> steps_of(const json::array_t& steps, std::size_t most) {
  std::vector<TraceStep> read;
  for (const json& step : steps) {
    if (read.size() < most) read.push_back(step_of(step));
  }
  return read;
}

/// \throw nlohmann::json::exception  likewise
ExploredFinding finding_of(const json& found) {
  ExploredFinding finding{.kind = found.at("kind").get<std::string>(),
                          .message = found.at("message").get<std::string>(),
                          .trace = found.at("trace").get<std::string>(),
                          .schedule = count(found, "schedule"),
                          .replay = found.at("replay").get<std::string>(),
                          .places = found.at("places").get<json::array_t>(),
                          .steps = steps_of(found.at("steps").get<json::array_t>(), kMostTraceSteps),
                          .past_races = found.value("past_races", std::uint64_t{0})};
  if (found.contains("reduction")) finding.reduction = read_reduction(found.at("reduction"));
  return finding;
}

/// \throw nlohmann::json::exception  likewise
ExploredReport report_of(const json& report) {
  ExploredReport result{.ended = report.at("ended").get<std::string>(),
                        .schedules = count(report, "schedules"),
                        .cut = count(report, "cut"),
                        .seconds = report.at("seconds").get<double>(),
                        .coverage = report.at("coverage"),
                        .guarantee = report.at("guarantee").get<std::string>(),
                        .notes = report.at("notes").get<std::vector<std::string>>(),
                        .trace = report.at("trace").get<std::string>(),
                        .output = report.at("output").get<std::string>(),
                        .finding = {}};
  for (const json& output : report.value("outputs", json::array())) {
    result.outputs.push_back({output.at("text").get<std::string>(), output.at("replay").get<std::string>()});
  }
  result.more_outputs = report.value("more_outputs", false);
  result.steps = steps_of(report.value("steps", json::array_t()), kMostReplayedSteps);
  if (report.contains("stats")) result.statistics = read_search_statistics(report.at("stats"));
  result.suppressed = report.value("suppressed", std::uint64_t{0});
  for (const json& found : report.value("more_findings", json::array())) {
    result.more_findings.push_back(finding_of(found));
  }
  if (const json& found = report.at("finding"); !found.is_null()) result.finding = finding_of(found);
  return result;
}

}  // namespace

std::optional<ExploredReport> explored_report(std::string_view text) {
  try {
    auto report = report_of(json::parse(text));
    if (!report.coverage.is_object() && !report.coverage.is_null()) return std::nullopt;
    return report;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace lockstep::cli
