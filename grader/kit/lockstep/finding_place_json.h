#pragma once

#include "lockstep/finding_place.h"

namespace lockstep {

/// A place as `lockstep.grade/1` and `lockstep.explore/1` write it.
/// \tparam Json  nlohmann::json or nlohmann::ordered_json
template <class Json>
[[nodiscard]] Json place_json(const FindingPlace& place) {
  return {{"file", place.file},
          {"line", place.line > 0 ? Json(place.line) : Json(nullptr)},
          {"function", place.function.empty() ? Json(nullptr) : Json(place.function)}};
}

}  // namespace lockstep
