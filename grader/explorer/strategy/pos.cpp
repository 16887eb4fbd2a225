#include "explorer/strategy/pos.h"

#include "explorer/strategy/make_strategy.h"

namespace lockstep::explorer {

bool PosStrategy::begin() {
  random_ = sources_.next();
  priorities_.fill(0);
  return true;
}

ThreadId PosStrategy::pick_thread(const SchedulingPoint& point) {
  ThreadId best = point.candidates.first();
  for (const ThreadId thread : point.candidates) {
    auto& priority = priorities_[static_cast<std::size_t>(thread)];
    if (priority == 0) priority = random_.next() | 1;
    if (priority > priorities_[static_cast<std::size_t>(best)]) best = thread;
  }
  const Operation& made = point.next[static_cast<std::size_t>(best)];
  for (const ThreadId thread : point.candidates - only(best)) {
    const auto other = static_cast<std::size_t>(thread);
    if (dependent(made, point.next[other])) priorities_[other] = 0;
  }
  priorities_[static_cast<std::size_t>(best)] = 0;
  return best;
}

std::unique_ptr<Strategy> make_pos(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<PosStrategy>(options.seed);
}

}  // namespace lockstep::explorer
