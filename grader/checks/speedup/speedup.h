#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/verdict.h"
#include "measure/lab_programs.h"
#include "result/result.h"

namespace lockstep::checks {

/// Judges how much faster the submission is than the lab's sequential code: each function that the lab's speedup
/// program names counts alike. README.md in this folder says what decides, and when.
/// \pre the check's settings are a SpeedupCheck, and the release flavour was built
/// \return the verdict; an error only when stopped.
[[nodiscard]] Result<Verdict> judge_speedup(const Context& context);

[[nodiscard]] inline std::vector<build::Flavour> flavours_of(const SpeedupCheck&) { return {build::Flavour::kRelease}; }
[[nodiscard]] inline std::vector<std::string> programs_of(const SpeedupCheck& settings, const Manifest&) {
  std::vector<std::string> names{settings.program, measure::baseline_of(settings)};
  if (settings.predicted) names.push_back(settings.predicted->program);
  return names;
}
[[nodiscard]] inline Result<Verdict> judge(const SpeedupCheck&, const Context& context) {
  return judge_speedup(context);
}

}  // namespace lockstep::checks
