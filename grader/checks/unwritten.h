#pragma once

#include <optional>

#include "checks/verdict.h"

namespace lockstep::checks {

/// The part of the lab's README that a finding says is not begun, in the words that every skeleton throws; nothing when
/// it says something else.
[[nodiscard]] std::optional<int> unwritten_part(const Finding& finding);

/// A part that is not begun has failed at nothing: what its functions throw becomes a finding of its own kind, the same
/// one wherever it was met.
[[nodiscard]] Finding told_as_unwritten(Finding finding);

}  // namespace lockstep::checks
