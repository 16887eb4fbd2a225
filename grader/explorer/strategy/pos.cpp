#include "explorer/strategy/pos.h"

#include "explorer/strategy/make_strategy.h"

namespace lockstep::explorer {

bool PosStrategy::begin() {
  random_ = RandomSource(next_seed_++);
  priorities_.fill(0);
  return true;
}

ThreadId PosStrategy::pick_thread(const SchedulingPoint& point) {
  ThreadId best = std::countr_zero(point.candidates);
  for (ThreadSet rest = point.candidates; rest != 0; rest &= rest - 1) {
    const ThreadId thread = std::countr_zero(rest);
    auto& priority = priorities_[static_cast<std::size_t>(thread)];
    if (priority == 0) priority = random_.next() | 1;
    if (priority > priorities_[static_cast<std::size_t>(best)]) best = thread;
  }
  const Operation& made = point.next[static_cast<std::size_t>(best)];
  for (ThreadSet rest = point.candidates & ~only(best); rest != 0; rest &= rest - 1) {
    const auto thread = static_cast<std::size_t>(std::countr_zero(rest));
    if (dependent(made, point.next[thread])) priorities_[thread] = 0;
  }
  priorities_[static_cast<std::size_t>(best)] = 0;
  return best;
}

std::unique_ptr<Strategy> make_pos(const ExploreOptions& options, std::uint64_t /*steps*/) {
  return std::make_unique<PosStrategy>(options.seed);
}

}  // namespace lockstep::explorer
