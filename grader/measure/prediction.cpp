#include "measure/prediction.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace lockstep::measure {
namespace {

using nlohmann::json;

/// \throw std::invalid_argument for what is no number that is finite and not negative
double not_negative(const json& number) {
  const double value = number.is_number() ? number.get<double>() : -1;
  if (!std::isfinite(value) || value < 0) throw std::invalid_argument("no number, or a negative one: " + number.dump());
  return value;
}

/// \throw likewise for what is no integer from 0 to `most`
std::uint64_t count(const json& number, std::uint64_t most) {
  const std::uint64_t value = number.is_number_unsigned() ? number.get<std::uint64_t>() : most;
  if (!number.is_number_unsigned() || value > most) throw std::invalid_argument("no such count: " + number.dump());
  return value;
}

double seconds(const json& nanoseconds) { return 1e-9 * not_negative(nanoseconds); }

constexpr std::uint64_t kMostThreads = 4096;

ThreadState state(const std::string& word) {
  const auto known = thread_state_of(word);
  if (!known) throw std::invalid_argument("no state of a thread: " + word);  // caught below, like other nonsense
  return *known;
}

std::vector<std::vector<Slice>> timeline(const json& threads) {
  std::vector<std::vector<Slice>> all;
  for (const json& thread : threads) {
    auto& slices = all.emplace_back();
    for (const json& slice : thread) {
      slices.push_back({state(slice.at(0).get<std::string>()), seconds(slice.at(1)), seconds(slice.at(2))});
    }
  }
  return all;
}

Prediction prediction(const json& object) {
  Prediction read{.checksum = count(object.at("checksum"), UINT64_MAX),
                  .workers = static_cast<unsigned>(count(object.at("workers"), kMostThreads)),
                  .baseline_s = seconds(object.at("baseline_ns")),
                  .makespan_s = seconds(object.at("makespan_ns")),
                  .work_s = seconds(object.at("work_ns")),
                  .span_s = seconds(object.at("span_ns")),
                  .threads = static_cast<unsigned>(count(object.at("threads"), kMostThreads)),
                  .explanation = object.at("explanation").get<std::string>(),
                  .at_most_one_runs = not_negative(object.at("at_most_one_runs")),
                  .busiest_share = not_negative(object.at("busiest_share")),
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

std::optional<Prediction> read_prediction(std::string_view text) {
  try {
    Prediction read = prediction(json::parse(text));
    if (read.workers < 1 || read.baseline_s <= 0 || read.makespan_s <= 0) return std::nullopt;
    return read;
  } catch (const std::exception&) {  // no JSON, or not of this shape
    return std::nullopt;
  }
}

}  // namespace lockstep::measure
