#pragma once

#include <span>
#include <string>
#include <vector>

#include "checks/api_rules/uses.h"
#include "checks/check.h"
#include "checks/verdict.h"

namespace lockstep::checks {

/// Whether the uses keep the rules: a finding for each rule that they break, with its hint.
[[nodiscard]] Verdict judge_uses(const ApiRulesCheck& rules, std::span<const Use> uses);

[[nodiscard]] inline std::vector<build::Flavour> flavours_of(const ApiRulesCheck&) {
  return {build::Flavour::kExplore};
}
/// All: it looks at every program.
[[nodiscard]] inline std::vector<std::string> programs_of(const ApiRulesCheck&, const Manifest&) { return {}; }
/// Looks at what the submission's code uses, in all programs of the lab's tests and explored cases.
[[nodiscard]] Result<Verdict> judge(const ApiRulesCheck& settings, const Context& context);

}  // namespace lockstep::checks
