#pragma once

#include <string>
#include <variant>

#include "measure/bench.h"

namespace lockstep::measure {

/// Has one run of `function` recorded on fresh data.
/// \return what it tells, or why it tells nothing; failure when its result is not the baseline's (kind `assertion`), or
/// an answer makes no sense.
[[nodiscard]] Answer<std::variant<Prediction, Unpredictable>> record_run(const Bench& bench,
                                                                         const std::string& function, unsigned workers,
                                                                         bool with_timeline = false);

}  // namespace lockstep::measure
