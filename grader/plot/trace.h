#pragma once

#include <string>
#include <string_view>

#include "measure/prediction.h"

namespace lockstep::plot {

/// A recording's timeline as a trace file, which ui.perfetto.dev and chrome://tracing open: one process, its threads
/// by name, and a complete event for each slice, times in microseconds to the nanosecond.
/// Source: Trace Event Format, of the project Catapult: JSON Object Format, Complete Events, Metadata Events.
/// \param program  stands for the process
[[nodiscard]] std::string trace(std::string_view program, const measure::Prediction& prediction);

}  // namespace lockstep::plot
