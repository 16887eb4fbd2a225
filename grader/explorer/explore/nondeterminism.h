#pragma once

#include <optional>

#include "explorer/finding/finding.h"

namespace lockstep::explorer {

/// The finding that a schedule, run again, did not do the same.
/// \param first_difference  the first step that was another one, where it is known
[[nodiscard]] RawFinding nondeterminism(const std::optional<Step>& first_difference);

}  // namespace lockstep::explorer
