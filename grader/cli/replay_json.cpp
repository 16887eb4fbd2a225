#include "cli/replay_json.h"

#include "lockstep/trace_step_json.h"

namespace lockstep::cli {

nlohmann::json to_json(const Replayed& replayed) {
  nlohmann::json json{{"schema", "lockstep.replay/1"},    {"program", replayed.program},
                      {"schedule", replayed.schedule},    {"finding", nullptr},
                      {"steps", nlohmann::json::array()}, {"complete", replayed.steps.size() < kMostReplayedSteps}};
  if (replayed.output) json["output"] = *replayed.output;
  if (const auto& finding = replayed.finding) {
    json["finding"] = {{"kind", finding->kind}, {"message", finding->message}, {"places", finding->places}};
  }
  for (const TraceStep& step : replayed.steps) json["steps"].push_back(trace_step_json<nlohmann::json>(step));
  return json;
}

}  // namespace lockstep::cli
