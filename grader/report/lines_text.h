#pragma once

#include <string>

#include "score/score.h"

namespace lockstep::report {

/// The lines of the submission that no schedule of any check ran, of files that have others which did. Empty where
/// there are none, and where a check of kind explorer does not pass: what its schedules would have run is not known.
[[nodiscard]] std::string lines_text(const Score& score);

}  // namespace lockstep::report
