#pragma once

#include <span>

#include "checks/check.h"
#include "checks/means/uses.h"
#include "checks/verdict.h"

namespace lockstep::checks {

/// Whether the uses keep the rules: a finding for each rule that they break, with its hint.
[[nodiscard]] Verdict judge_uses(const MeansCheck& rules, std::span<const Use> uses);

/// Looks at what the submission's code uses, in all programs of the lab's tests and explored cases.
/// \pre the check's settings are a MeansCheck, and the explore flavour was built
[[nodiscard]] Result<Verdict> judge_means(const Context& context);

}  // namespace lockstep::checks
