#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

/// The checks whose cases run again.
[[nodiscard]] std::vector<const Check*> judged_checks(const Manifest& manifest, const SanitizerCheck& settings);

[[nodiscard]] std::vector<build::Flavour> flavours_of(const SanitizerCheck& settings);
[[nodiscard]] std::vector<std::string> programs_of(const SanitizerCheck& settings, const Manifest& manifest);
/// Runs the cases of other checks again in a sanitizer's flavour. Passes when all of them pass and no report was made;
/// a report that names none of the learner's files is the kit's error.
[[nodiscard]] Result<Verdict> judge(const SanitizerCheck& settings, const Context& context);

}  // namespace lockstep::checks
