#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "stages.h"

// Part 3: where the time goes, and what Amdahl's law predicts from it.

/// Returns the time. A test passes a clock that the test itself moves.
using Clock = std::function<std::chrono::nanoseconds()>;

/// How long each stage took. Reading and writing are serial; transforming and aggregating can be split.
struct StageTimes {
  std::chrono::nanoseconds read{};
  std::chrono::nanoseconds transform{};
  std::chrono::nanoseconds aggregate{};
  std::chrono::nanoseconds write{};

  friend bool operator==(const StageTimes&, const StageTimes&) = default;
};

/// The result of a measured run.
struct Measured {
  std::string report;
  StageTimes times;
};

/// Does what run_sequential does, and measures the time of each stage with `now`: from right before the call to right
/// after it, and of nothing else. Each stage is called once; merge is not needed.
[[nodiscard]] Measured measure_stages(const Stages& stages, const Clock& now);

/// The share of the whole time that can be split: 0 to 1.
/// \throw std::invalid_argument when a time is negative or all times are 0; the message contains "times"
[[nodiscard]] double parallel_fraction(const StageTimes& times);

/// How much faster the program would be on `workers` workers, by Amdahl's law.
/// \param workers  >= 1
/// \throw std::invalid_argument as parallel_fraction and amdahl_speedup do
[[nodiscard]] double predict_speedup(const StageTimes& times, unsigned workers);
