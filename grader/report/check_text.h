#pragma once

#include <cstddef>
#include <string>

#include "report/findings.h"

namespace lockstep::report {

/// The most bytes of either text.
inline constexpr std::size_t kMostCheckBytes = 16'000;

/// All that is said of a check below its points, as plain text: findings, each with what to read and how to see it
/// again; what did not pass; coverage; notes. Not wrapped; empty when there is nothing to say.
[[nodiscard]] std::string check_text(const CheckFindings& findings);

/// What a finding says, in the same form.
[[nodiscard]] std::string finding_text(const Finding& finding);

}  // namespace lockstep::report
