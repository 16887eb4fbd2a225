#include "explorer/strategy/random.h"

#include "explorer/strategy/make_strategy.h"

namespace lockstep::explorer {

std::unique_ptr<Strategy> make_random(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<RandomStrategy>(options.seed);
}

}  // namespace lockstep::explorer
