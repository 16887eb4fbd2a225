#pragma once

#include <cstdint>

#include "lockstep/reduction.h"

namespace lockstep {

/// A reduction as `lockstep.grade/1` and `lockstep.explore/1` write it.
/// \tparam Json  nlohmann::json or nlohmann::ordered_json
template <class Json>
[[nodiscard]] Json reduction_json(const Reduction& reduction) {
  const auto size = [](const ScheduleSize& of) {
    return Json{{"spurious_events", of.spurious_events}, {"preemptions", of.preemptions}, {"steps", of.steps}};
  };
  return {{"runs", reduction.runs}, {"from", size(reduction.from)}, {"to", size(reduction.to)}};
}

/// Reads what `reduction_json` gives. \throw nlohmann::json::exception  where a number is missing or is none
template <class Json>
[[nodiscard]] Reduction read_reduction(const Json& json) {
  const auto size = [](const Json& of) {
    return ScheduleSize{.spurious_events = of.at("spurious_events").template get<std::uint64_t>(),
                        .preemptions = of.at("preemptions").template get<std::uint64_t>(),
                        .steps = of.at("steps").template get<std::uint64_t>()};
  };
  return {
      .runs = json.at("runs").template get<std::uint64_t>(), .from = size(json.at("from")), .to = size(json.at("to"))};
}

}  // namespace lockstep
