#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "course/course.h"

namespace lockstep::course {

/// Reads a moment of ISO 8601 with its zone: "2026-10-01T21:59:00Z", "2026-10-01T23:59:00.25+02:00". Parts of a second
/// are dropped. Nothing where it is none, or has no zone.
[[nodiscard]] std::optional<Moment> read_moment(std::string_view text);

/// "2026-10-01T21:59:00Z"
[[nodiscard]] std::string iso_text(Moment moment);

/// "2026-10-01 21:59 UTC", for people.
[[nodiscard]] std::string moment_text(Moment moment);

}  // namespace lockstep::course
