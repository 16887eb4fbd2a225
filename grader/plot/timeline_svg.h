#pragma once

#include <string>
#include <string_view>

#include "measure/prediction.h"

namespace lockstep::plot {

/// The threads of a recording over time, a row each: when each ran, and what it waited for when it did not. At most 52
/// rows, the number of threads that can be recorded.
/// \param title  of the picture
[[nodiscard]] std::string timeline_svg(std::string_view title, const measure::Prediction& prediction);

}  // namespace lockstep::plot
