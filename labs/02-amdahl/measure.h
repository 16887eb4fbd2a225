#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "stages.h"

// Part 3: where the time goes, and what Amdahl's law makes of it.

/// Gives the time; a test gives a clock that it moves itself.
using Clock = std::function<std::chrono::nanoseconds()>;

/// How long each stage took. Reading and writing are serial; transforming and aggregating can be split.
struct StageTimes {
  std::chrono::nanoseconds read{};
  std::chrono::nanoseconds transform{};
  std::chrono::nanoseconds aggregate{};
  std::chrono::nanoseconds write{};

  friend bool operator==(const StageTimes&, const StageTimes&) = default;
};

/// What a measured run gave.
struct Measured {
  std::string report;
  StageTimes times;
};

/// Does what run_sequential does, and takes the time of each stage: by `now`, from right before its call to right after
/// it, and of nothing else. Each stage is called once; merge is not needed.
[[nodiscard]] Measured measure_stages(const Stages& stages, const Clock& now);

/// Which share of the whole time can be split: 0 to 1.
/// \throw std::invalid_argument when a time is negative or all of them are 0; the message contains "times"
[[nodiscard]] double parallel_fraction(const StageTimes& times);

/// How much faster the program would be on so many workers, by Amdahl's law.
/// \param workers  >= 1
/// \throw std::invalid_argument as parallel_fraction and amdahl_speedup do
[[nodiscard]] double predict_speedup(const StageTimes& times, unsigned workers);
