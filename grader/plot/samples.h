#pragma once

#include "plot/curve.h"

/// For tests.
namespace lockstep::plot {

/// Recordings of a program with a serial part, 1 to 48 workers.
[[nodiscard]] std::vector<checks::speedup::Forecast> forecasts(double serial_share);

/// Four threads of which each does everything that a thread can do.
[[nodiscard]] checks::speedup::Forecast convoy();

}  // namespace lockstep::plot
