#pragma once

#include <string>
#include <variant>

#include "checks/speedup/bench.h"
#include "checks/speedup/evidence.h"
#include "manifest/manifest.h"

namespace lockstep::checks::speedup {

/// The speedup on two cores that has all points, by the lab's fraction of the capacity.
[[nodiscard]] double asked_on_two(const SpeedupCheck& settings);

/// Has runs of `function` recorded and predicts from them its speedup on two cores and, if that is enough, on those
/// that the lab names: on fresh data each time, until the median's interval is clear of the threshold, or there are 16.
/// \param settings  with a prediction
/// \param workers   of the rounds by the clock: how many cores the function keeps busy then is looked at, too
/// \return what is predicted, or why nothing is: it spins, has too many threads, does not live through it ...; trouble
/// when a result is not the baseline's (kind `assertion`), or an answer makes no sense.
[[nodiscard]] Answer<std::variant<Unpredictable, Outlook>> look_ahead(const Bench& bench, const std::string& function,
                                                                      const SpeedupCheck& settings, unsigned workers);

}  // namespace lockstep::checks::speedup
