#pragma once

#include "lockstep/coverage.h"

namespace lockstep {

/// A coverage as `lockstep.grade/1` and `lockstep.explore/1` write it.
/// \tparam Json  nlohmann::json or nlohmann::ordered_json
template <class Json>
[[nodiscard]] Json coverage_json(const Coverage& coverage) {
  const Coverage::Bounds& bounds = coverage.bounds;
  Json json{{"end", name(coverage.end)},
            {"schedules", coverage.schedules},
            {"cut", coverage.cut},
            {"out_of_time", coverage.out_of_time},
            {"bounds",
             {{"memory_model", memory_model(bounds)},
              {"spurious_events", bounds.spurious_events},
              {"preemptions", bounds.preemptions ? Json(*bounds.preemptions) : Json(nullptr)},
              {"steps", bounds.steps},
              {"fair", bounds.fair},
              {"time_exact", bounds.time_exact}}}};
  if (bounds.stale_reads) json["bounds"]["stale_reads"] = *bounds.stale_reads;
  if (has_scenarios(coverage)) {
    json["scenarios"] = {{"pairs", coverage.scenarios.pairs},
                         {"random", coverage.scenarios.random},
                         {"complete", coverage.scenarios.complete},
                         {"all_pairs", coverage.scenarios.all_pairs}};
  }
  return json;
}

}  // namespace lockstep
