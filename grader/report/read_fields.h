#pragma once

#include <string>

#include "lockstep/coverage.h"
#include "lockstep/explored_lines.h"
#include "lockstep/finding_place.h"
#include "lockstep/trace_step.h"
#include "report/json_text.h"

namespace lockstep::report {

/// What the kit's formats say of a finding's place, of a step and of a coverage, read back. Each throws
/// nlohmann::json::exception where the text is not as the formats have it: a reader of a whole text catches it.
[[nodiscard]] FindingPlace read_place(const Json& json);
[[nodiscard]] TraceStep read_step(const Json& json);
[[nodiscard]] Coverage read_coverage(const Json& json);
[[nodiscard]] ExploredLines read_lines(const Json& json);

/// A value that may be missing or null: then empty.
[[nodiscard]] std::string text_of(const Json& json, const char* key);
/// An array that may be missing: then empty.
[[nodiscard]] const Json& list_of(const Json& json, const char* key);

/// A number that may be missing or null: then 0.
template <class Number>
[[nodiscard]] Number number_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() || found->is_null() ? Number{} : found->get<Number>();
}

}  // namespace lockstep::report
