#include "explorer/strategy/pos.h"

namespace lockstep::explorer {

bool PosStrategy::begin() {
  random_ = RandomSource(next_seed_++);
  priorities_.fill(0);
  return true;
}

ThreadId PosStrategy::pick_thread(const Moment& moment) {
  ThreadId best = std::countr_zero(moment.candidates);
  for (ThreadSet rest = moment.candidates; rest != 0; rest &= rest - 1) {
    const ThreadId thread = std::countr_zero(rest);
    auto& priority = priorities_[static_cast<std::size_t>(thread)];
    if (priority == 0) priority = random_.next() | 1;
    if (priority > priorities_[static_cast<std::size_t>(best)]) best = thread;
  }
  const Operation& made = moment.next[static_cast<std::size_t>(best)];
  for (ThreadSet rest = moment.candidates & ~only(best); rest != 0; rest &= rest - 1) {
    const auto thread = static_cast<std::size_t>(std::countr_zero(rest));
    if (dependent(made, moment.next[thread])) priorities_[thread] = 0;
  }
  priorities_[static_cast<std::size_t>(best)] = 0;
  return best;
}

}  // namespace lockstep::explorer
