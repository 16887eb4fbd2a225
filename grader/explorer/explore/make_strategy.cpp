#include "explorer/explore/make_strategy.h"

#include "explorer/strategy/exhaustive.h"
#include "explorer/strategy/mixed.h"
#include "explorer/strategy/pct.h"
#include "explorer/strategy/pos.h"
#include "explorer/strategy/random.h"

namespace lockstep::explorer {

std::unique_ptr<Strategy> make_strategy(const ExploreOptions& options, std::uint64_t steps) {
  switch (options.strategy) {
    case lockstep::Strategy::kDefault:
      return std::make_unique<MixedStrategy>(options.seed, steps);
    case lockstep::Strategy::kExhaustive:
      return std::make_unique<ExhaustiveStrategy>(options.preemption_bound);
    case lockstep::Strategy::kPct:
      return std::make_unique<PctStrategy>(options.seed, options.pct_depth, steps);
    case lockstep::Strategy::kPos:
      return std::make_unique<PosStrategy>(options.seed);
    case lockstep::Strategy::kRandom:
      return std::make_unique<RandomStrategy>(options.seed);
  }
  return nullptr;
}

}  // namespace lockstep::explorer
