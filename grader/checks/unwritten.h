#pragma once

#include <optional>
#include <string>

#include "checks/verdict.h"

namespace lockstep::checks {

/// The part of the lab's README that a finding says is not begun, in the words that every skeleton throws; nothing when
/// it says something else.
[[nodiscard]] std::optional<int> unwritten_part(const Finding& finding);

/// The function that such a finding is about; empty when the finding says something else.
[[nodiscard]] std::string unwritten_function(const Finding& finding);

/// A part that is not begun has failed at nothing: what its functions throw becomes a finding of its own kind, the same
/// one wherever it was met.
[[nodiscard]] Finding told_as_unwritten(Finding finding);

}  // namespace lockstep::checks
