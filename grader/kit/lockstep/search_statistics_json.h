#pragma once

#include "lockstep/search_statistics.h"

namespace lockstep {

/// Statistics as `lockstep.explore/1` writes them.
/// \tparam Json  nlohmann::json or nlohmann::ordered_json
template <class Json>
[[nodiscard]] Json search_statistics_json(const SearchStatistics& seen) {
  Json json{{"schedules", seen.schedules},
            {"interleavings", seen.interleavings},
            {"seen_once", seen.once},
            {"seen_twice", seen.twice},
            {"reads_from", seen.reads_from},
            {"last_new_interleaving", seen.last_new_interleaving},
            {"last_new_reads_from", seen.last_new_reads_from},
            {"lately", seen.lately},
            {"new_interleavings_lately", seen.new_interleavings_lately},
            {"new_reads_from_lately", seen.new_reads_from_lately},
            {"capped", seen.capped},
            {"independent", seen.independent}};
  const auto unseen = at_least_unseen(seen);
  json["unseen_at_least"] = unseen ? Json(*unseen) : Json(nullptr);
  return json;
}

/// Reads what `search_statistics_json` gives. \throw nlohmann::json::exception  where something is missing
template <class Json>
[[nodiscard]] SearchStatistics read_search_statistics(const Json& json) {
  const auto count = [&](const char* key) { return json.at(key).template get<std::uint64_t>(); };
  return {.schedules = count("schedules"),
          .interleavings = count("interleavings"),
          .once = count("seen_once"),
          .twice = count("seen_twice"),
          .reads_from = count("reads_from"),
          .last_new_interleaving = count("last_new_interleaving"),
          .last_new_reads_from = count("last_new_reads_from"),
          .lately = count("lately"),
          .new_interleavings_lately = count("new_interleavings_lately"),
          .new_reads_from_lately = count("new_reads_from_lately"),
          .capped = json.at("capped").template get<bool>(),
          .independent = json.at("independent").template get<bool>()};
}

}  // namespace lockstep
