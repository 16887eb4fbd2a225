#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "measure/calibrator.h"
#include "measure/program_client.h"

namespace lockstep::measure {

/// The programs to ask, and what else a measurement needs.
struct Bench {
  ProgramClient& baseline;             ///< the lab's own program
  ProgramClient& submission;           ///< the program with the learner's files
  ProgramClient* predictor = nullptr;  ///< the same, recorded; null where the lab asks for no prediction
  std::string sequential;              ///< the baseline's function
  Calibrator calibrator;
  std::function<std::uint64_t()> next_seed;  ///< never the same twice, not to be foreseen by the submission
  std::function<void(std::string_view what)> progress;
};

/// The baseline's run on the data of a seed.
[[nodiscard]] RunRequest baseline_run(const Bench& bench, std::uint64_t seed);

/// The submission's checksum was not the baseline's.
[[nodiscard]] ProgramFailure wrong_result(const RunRequest& request);

}  // namespace lockstep::measure
