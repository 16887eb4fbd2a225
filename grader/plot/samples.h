#pragma once

#include <vector>

#include "plot/comparison.h"
#include "plot/curve.h"

/// For tests.
namespace lockstep::plot {

/// Recordings of a program with a serial part, 1 to 48 workers.
[[nodiscard]] std::vector<measure::Prediction> predictions(double serial_share);

/// Four threads of which each does everything that a thread can do.
[[nodiscard]] measure::Prediction convoy();

/// Two ways to share a table, how much each gives and how evenly.
[[nodiscard]] std::vector<ComparedPanel> comparison();

}  // namespace lockstep::plot
