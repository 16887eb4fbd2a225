#include "explorer/strategy/pos.h"

#include "explorer/strategy/make_strategy.h"

namespace lockstep::explorer {

bool PosStrategy::begin() {
  random_ = sources_.next();
  priorities_.begin();
  return true;
}

ThreadId PosStrategy::pick_thread(const SchedulingPoint& point) {
  const ThreadId best = priorities_.highest(point.candidates, random_);
  priorities_.goes(best, point);
  return best;
}

std::unique_ptr<Strategy> make_pos(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<PosStrategy>(options.seed);
}

}  // namespace lockstep::explorer
