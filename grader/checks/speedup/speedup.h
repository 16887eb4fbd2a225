#pragma once

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

/// Judges how much faster the submission is than the lab's sequential code: each function that the lab's speedup
/// program names counts alike. README.md in this folder says what decides, and when.
/// \pre the check's settings are a SpeedupCheck, and the release flavour was built
/// \return the verdict; an error only when stopped.
[[nodiscard]] Result<Verdict> judge_speedup(const Context& context);

}  // namespace lockstep::checks
