#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "checks/speedup/evidence.h"
#include "checks/speedup/peer.h"
#include "manifest/manifest.h"

namespace lockstep::checks::speedup {

/// Who is asked, and what.
struct Bench {
  Peer& baseline;          ///< the lab's own program
  Peer& submission;        ///< the program with the learner's files
  std::string sequential;  ///< the baseline's function
  Calibrator calibrator;
  std::function<std::uint64_t()> next_seed;  ///< never the same twice, not to be foreseen by the submission
  std::function<void(std::string_view what)> progress;
};

/// Runs `function` under the rendezvous, and then for its work ÷ span, with two workers, on fresh data each time.
/// \return what the tasks showed; trouble when a run failed, or its result is not the baseline's (kind `assertion`).
[[nodiscard]] Answer<Structure> look_at_tasks(const Bench& bench, const std::string& function,
                                              const SpeedupCheck& settings);

/// Runs baseline and functions in turn, the order changing from round to round, on fresh data in each, until each
/// function's share of the capacity is clear of the threshold, the machine turns out not to be quiet, or the time is
/// up. \param workers  >= 2 \return the rounds of each function; trouble as above.
[[nodiscard]] Answer<std::vector<std::vector<Round>>> time_functions(const Bench& bench,
                                                                     std::span<const std::string> functions,
                                                                     unsigned workers, const SpeedupCheck& settings,
                                                                     std::chrono::milliseconds budget);

}  // namespace lockstep::checks::speedup
