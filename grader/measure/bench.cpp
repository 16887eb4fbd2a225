#include "measure/bench.h"

#include <fmt/format.h>

namespace lockstep::measure {

RunRequest baseline_run(const Bench& bench, std::uint64_t seed) {
  return {.function = bench.sequential, .seed = seed, .workers = 1, .watch = Watch::kPlain, .timeout = {}};
}

ProgramFailure wrong_result(const RunRequest& request) {
  return {FindingKind::kAssertion,
          fmt::format("gave another result than the sequential code (seed {}, {} workers). Only right results count: "
                      "make the tests pass first",
                      request.seed, request.workers),
          Owner::kLearner, request.function};
}

}  // namespace lockstep::measure
