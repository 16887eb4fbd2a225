#pragma once

#include <array>
#include <cstdint>

#include "explorer/strategy/random_source.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// What partial-order sampling chooses by: every operation that is about to be made has a random priority, the highest
/// is made, and those that depend on it draw anew.
class PosPriorities {
 public:
  void begin() { priorities_.fill(0); }

  /// \param from  some of the candidates, at least one
  [[nodiscard]] ThreadId highest(const ThreadSet& from, RandomSource& random) {
    ThreadId best = from.first();
    for (const ThreadId thread : from) {
      auto& priority = of(thread);
      if (priority == 0) priority = random.next() | 1;
      if (priority > of(best)) best = thread;
    }
    return best;
  }

  /// That thread makes the next step.
  void goes(ThreadId chosen, const SchedulingPoint& point) {
    const Operation& made = point.next[static_cast<std::size_t>(chosen)];
    for (const ThreadId thread : point.candidates - only(chosen)) {
      if (dependent(made, point.next[static_cast<std::size_t>(thread)])) of(thread) = 0;
    }
    of(chosen) = 0;
  }

 private:
  [[nodiscard]] std::uint64_t& of(ThreadId thread) { return priorities_[static_cast<std::size_t>(thread)]; }

  std::array<std::uint64_t, kMaxThreads> priorities_{};  ///< of what each thread is about to do; 0: not drawn yet
};

}  // namespace lockstep::explorer
