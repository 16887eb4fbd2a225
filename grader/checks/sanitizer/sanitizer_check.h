#pragma once

#include <vector>

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

/// The checks whose cases run again.
[[nodiscard]] std::vector<const Check*> judged_checks(const Manifest& manifest, const SanitizerCheck& settings);

/// Runs the cases of other checks again in a sanitizer's flavour. Passes when all of them pass and no report was made;
/// a report that names none of the learner's files is the kit's error.
/// \pre the check's settings are a SanitizerCheck, and its flavour was built
[[nodiscard]] Result<Verdict> judge_sanitizer(const Context& context);

}  // namespace lockstep::checks
