#pragma once

#include <optional>
#include <span>
#include <vector>

#include "checks/check.h"
#include "checks/verdict.h"

namespace lockstep::checks {

/// The verdict on a submission that was shown to work against this check: it could earn points that way, so it earns
/// none, and is not run. Nothing where no proven suspicion affects what the check relies on.
[[nodiscard]] std::optional<Verdict> forgery(const Context& context);

/// The suspicions that honest code may raise, as findings that cost nothing.
[[nodiscard]] std::vector<Finding> to_review(std::span<const integrity::Suspicion> suspicions);

}  // namespace lockstep::checks
