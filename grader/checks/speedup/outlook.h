#pragma once

#include <string>
#include <variant>

#include "checks/speedup/bench.h"
#include "checks/speedup/evidence.h"
#include "manifest/manifest.h"

namespace lockstep::checks::speedup {

/// Has runs of `function` recorded and predicts from them, on fresh data each time, until the median's interval is
/// clear of the threshold, or there are 16.
/// \param workers  of the rounds by the clock: how many cores the function keeps busy then is looked at, too
/// \return what is predicted, or why nothing is: it spins, has too many threads, does not live through it ...; trouble
/// when a result is not the baseline's (kind `assertion`), or an answer makes no sense.
[[nodiscard]] Answer<std::variant<NoOutlook, Outlook>> look_ahead(const Bench& bench, const std::string& function,
                                                                  const Predicted& settings, unsigned workers);

/// The same from one run, for one who only wants to know what keeps the function from being faster.
[[nodiscard]] Answer<std::variant<NoOutlook, Outlook>> look_once(const Bench& bench, const std::string& function,
                                                                 const Predicted& settings);

}  // namespace lockstep::checks::speedup
