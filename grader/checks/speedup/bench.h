#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "checks/speedup/calibrator.h"
#include "checks/speedup/peer.h"

namespace lockstep::checks::speedup {

/// Who is asked, and what.
struct Bench {
  Peer& baseline;             ///< the lab's own program
  Peer& submission;           ///< the program with the learner's files
  Peer* predictor = nullptr;  ///< the same, recorded; null where the lab asks for no prediction
  std::string sequential;     ///< the baseline's function
  Calibrator calibrator;
  std::function<std::uint64_t()> next_seed;  ///< never the same twice, not to be foreseen by the submission
  std::function<void(std::string_view what)> progress;
};

/// The baseline's run on the data of a seed.
[[nodiscard]] Repetition plainly(const Bench& bench, std::uint64_t seed);

/// The submission's checksum was not the baseline's.
[[nodiscard]] Trouble wrong_result(const Repetition& repetition);

}  // namespace lockstep::checks::speedup
