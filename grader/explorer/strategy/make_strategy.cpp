#include "explorer/strategy/make_strategy.h"

namespace lockstep::explorer {

std::unique_ptr<Strategy> make_strategy(const ExploreOptions& options, std::uint64_t steps) {
  switch (options.strategy) {
#define LOCKSTEP_STRATEGY(enumerator, name, factory, summary) \
  case lockstep::Strategy::enumerator:                        \
    return factory(options, steps);
#include "lockstep/strategies.inc"
#undef LOCKSTEP_STRATEGY
  }
  return nullptr;
}

}  // namespace lockstep::explorer
