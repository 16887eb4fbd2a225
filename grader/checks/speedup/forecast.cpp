#include "checks/speedup/forecast.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace lockstep::checks::speedup {
namespace {

using nlohmann::json;

double seconds(const json& nanoseconds) { return 1e-9 * nanoseconds.get<double>(); }

Stretch::Doing doing(const std::string& what) {
  static const std::map<std::string, Stretch::Doing> all{{"run", Stretch::Doing::kRunning},
                                                         {"lock", Stretch::Doing::kWaitingForLock},
                                                         {"wait", Stretch::Doing::kWaitingForThread},
                                                         {"core", Stretch::Doing::kWaitingForCore},
                                                         {"sleep", Stretch::Doing::kAsleep}};
  return all.at(what);
}

std::vector<std::vector<Stretch>> timeline(const json& threads) {
  std::vector<std::vector<Stretch>> all;
  for (const json& thread : threads) {
    auto& stretches = all.emplace_back();
    for (const json& stretch : thread) {
      stretches.push_back({doing(stretch.at(0).get<std::string>()), seconds(stretch.at(1)), seconds(stretch.at(2))});
    }
  }
  return all;
}

Forecast forecast(const json& object) {
  Forecast read{.checksum = object.at("checksum").get<std::uint64_t>(),
                .workers = object.at("workers").get<unsigned>(),
                .baseline_s = seconds(object.at("baseline_ns")),
                .makespan_s = seconds(object.at("makespan_ns")),
                .work_s = seconds(object.at("work_ns")),
                .span_s = seconds(object.at("span_ns")),
                .threads = object.at("threads").get<unsigned>(),
                .explanation = object.at("explanation").get<std::string>(),
                .at_most_one_runs = object.at("at_most_one_runs").get<double>(),
                .busiest_share = object.at("busiest_share").get<double>(),
                .worst_lock = {},
                .timeline = {}};
  if (const json& lock = object.at("worst_lock"); !lock.is_null()) {
    read.worst_lock = {.name = lock.at("name").get<std::string>(),
                       .waited_s = seconds(lock.at("waited_ns")),
                       .held_s = seconds(lock.at("held_ns"))};
  }
  if (object.contains("timeline")) read.timeline = timeline(object.at("timeline"));
  return read;
}

}  // namespace

std::optional<Forecast> read_forecast(std::string_view text) {
  try {
    Forecast read = forecast(json::parse(text));
    if (read.workers < 1 || read.baseline_s <= 0 || read.makespan_s <= 0) return std::nullopt;
    return read;
  } catch (const std::exception&) {  // no JSON, or not of this shape: whoever answers so is the submission
    return std::nullopt;
  }
}

}  // namespace lockstep::checks::speedup
