#pragma once

#include <optional>
#include <string>

#include "score/score.h"

namespace lockstep::report {

/// What the schedules of all of a check's explored cases prove together: the weakest end of any case, and all that any
/// depends on. Nothing for a check without explored cases, and for one with a finding: what comes behind it is not
/// known.
[[nodiscard]] std::optional<Coverage> coverage_of(const CheckScore& check);

/// The same in a few words, without what it depends on: "all 1,204 interleavings". Empty where there is none.
[[nodiscard]] std::string short_coverage_text(const CheckScore& check);

/// What the explored cases of a check that passed were covered by, no more than the weakest of them allows: "Every
/// interleaving of 9 of 11 cases (sequentially consistent); 2,000 schedules of each of the others". Empty for a check
/// that did not pass, and for one without explored cases.
[[nodiscard]] std::string coverage_text(const CheckScore& check);

}  // namespace lockstep::report
