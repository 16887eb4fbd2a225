// The `main` for ./lab explore: reports in JSON, on file descriptor 3.

#include <nlohmann/json.hpp>

#include "explorer/program/explored_main.h"
#include "explorer/report/write_all.h"
#include "lockstep/coverage_json.h"
#include "lockstep/finding_place_json.h"
#include "lockstep/reduction_json.h"
#include "lockstep/search_statistics_json.h"
#include "lockstep/trace_step_json.h"

namespace lockstep::explorer {
namespace {

constexpr int kReportFd = 3;

nlohmann::json outputs_json(const ProgramExplored& explored) {
  nlohmann::json outputs = nlohmann::json::array();
  for (const SeenOutput& output : explored.outputs) {
    outputs.push_back({{"text", output.text}, {"replay", output.replay}});
  }
  return outputs;
}

nlohmann::json finding_json(const Exploration::Found& found) {
  nlohmann::json json{
      {"kind", name(found.kind)},          {"message", found.message},        {"trace", found.trace},
      {"schedule", found.schedule},        {"replay", found.replay},          {"past_races", found.past_races},
      {"places", nlohmann::json::array()}, {"steps", nlohmann::json::array()}};
  if (found.reduction) json["reduction"] = reduction_json<nlohmann::json>(*found.reduction);
  for (const lockstep::FindingPlace& place : found.places) json["places"].push_back(place_json<nlohmann::json>(place));
  for (const lockstep::TraceStep& step : found.steps) json["steps"].push_back(trace_step_json<nlohmann::json>(step));
  return json;
}

int report(const ProgramExplored& explored) {
  const Exploration& exploration = explored.exploration;
  nlohmann::json json{{"ended", exploration.ended == Exploration::Ended::kFinding     ? "finding"
                                : exploration.ended == Exploration::Ended::kExhausted ? "exhausted"
                                : exploration.ended == Exploration::Ended::kError     ? "error"
                                                                                      : "budget"},
                      {"schedules", exploration.schedules},
                      {"cut", exploration.cut},
                      {"coverage", exploration.ended == Exploration::Ended::kError
                                       ? nlohmann::json(nullptr)
                                       : coverage_json<nlohmann::json>(exploration.coverage)},
                      {"seconds", exploration.seconds},
                      {"guarantee", exploration.guarantee},
                      {"notes", exploration.notes},
                      {"trace", exploration.trace},
                      {"steps", nlohmann::json::array()},
                      {"output", explored.output},
                      {"suppressed", exploration.suppressed},
                      {"more_findings", nlohmann::json::array()},
                      {"finding", nullptr}};
  for (const TraceStep& step : exploration.steps) json["steps"].push_back(trace_step_json<nlohmann::json>(step));
  if (exploration.statistics) json["stats"] = search_statistics_json<nlohmann::json>(*exploration.statistics);
  if (explored.lists_outputs) {
    json.update({{"outputs", outputs_json(explored)}, {"more_outputs", explored.more_outputs}});
  }
  if (exploration.finding) json["finding"] = finding_json(*exploration.finding);
  for (const Exploration::Found& found : exploration.more) json["more_findings"].push_back(finding_json(found));
  write_all(kReportFd, json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  return 0;
}

}  // namespace
}  // namespace lockstep::explorer

int main(int argc, char** argv) { lockstep::explorer::explore_main(argc, argv, lockstep::explorer::report); }
