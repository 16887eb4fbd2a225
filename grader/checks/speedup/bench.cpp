#include "checks/speedup/bench.h"

#include <fmt/format.h>

namespace lockstep::checks::speedup {

Repetition plainly(const Bench& bench, std::uint64_t seed) {
  return {.function = bench.sequential, .seed = seed, .workers = 1, .watch = Watch::kPlain, .timeout = {}};
}

Trouble wrong_result(const Repetition& repetition) {
  return {FindingKind::kAssertion,
          fmt::format("gave another result than the sequential code (seed {}, {} workers). Only right results count: "
                      "make the tests pass first",
                      repetition.seed, repetition.workers),
          Whose::kLearner, repetition.function};
}

}  // namespace lockstep::checks::speedup
