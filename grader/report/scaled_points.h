#pragma once

#include <optional>

#include "score/score.h"

namespace lockstep::report {

/// The points of the whole lab for a platform with a fixed maximum: what could be judged counts as if it were all. 45
/// of 90 judged points are 50 of 100. Rounded down to hundredths, as points are. \return nothing where nothing could be
/// judged
[[nodiscard]] std::optional<double> scaled_points(const Score& score);

}  // namespace lockstep::report
