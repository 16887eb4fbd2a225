#pragma once

#include <string>
#include <vector>

#include "checks/verdict.h"
#include "score/score.h"

namespace lockstep::report {

/// A check's cases; where it has none, the check itself is one.
[[nodiscard]] std::vector<CaseVerdict> cases_of(const CheckScore& check);

/// The finding that names a case; where none does, the first of the check, which mostly stands for others of its kind.
/// Null where the check has no finding.
[[nodiscard]] const Finding* finding_of(const CheckScore& check, const std::string& name);

}  // namespace lockstep::report
