#pragma once

#include <string>
#include <variant>

#include "checks/speedup/evidence.h"
#include "manifest/manifest.h"
#include "measure/bench.h"

namespace lockstep::checks::speedup {

/// The speedup on two cores that has all points, by the lab's fraction of the capacity.
[[nodiscard]] double asked_on_two(const SpeedupCheck& settings);

/// Has runs of `function` recorded and predicts from them its speedup on two cores and, if that is enough, on those
/// that the lab names: on fresh data each time, until the median's interval is clear of the threshold, or there are 16.
/// The interval holds at 99 % at one look. There are up to nine, after 8 runs to 16, on each number of cores: by
/// Bonferroni's inequality, a function whose median is the threshold is failed there with at most 9 × 0.5 % = 4.5 %
/// (docs/measurements.md has the sharper figures).
/// \param settings  with a prediction
/// \param workers   of the rounds by the clock: how many cores the function keeps busy then is looked at, too
/// \return what is predicted, or why nothing is: it spins, has too many threads, ends while it is recorded ...; failure
/// when a result is not the baseline's (kind `assertion`), or an answer makes no sense.
[[nodiscard]] measure::Answer<std::variant<Unpredictable, PredictedSpeedup>> predict_speedup(
    const measure::Bench& bench, const std::string& function, const SpeedupCheck& settings, unsigned workers);

}  // namespace lockstep::checks::speedup
