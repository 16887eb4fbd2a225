#pragma once

#include <string>

#include "score/score.h"

namespace lockstep::report {

/// What the explored cases of a check that passed were covered by, no more than the weakest of them allows: "Every
/// interleaving of 9 of 11 cases (sequentially consistent); 2,000 schedules of each of the others". Empty for a check
/// that did not pass, and for one without explored cases.
[[nodiscard]] std::string coverage_text(const CheckScore& check);

}  // namespace lockstep::report
