#pragma once

#include <array>
#include <bit>

#include "explorer/limits.h"

namespace lockstep::explorer {

/// Keeps a thread that only waits (it yields, or goes round a spin loop) from running for ever while another one that
/// could go on does not: such a thread steps back behind those that could have run since it last did (Musuvathi,
/// Qadeer, "Fair Stateless Model Checking", PLDI 2008, algorithm 1).
class Fairness {
 public:
  void begin() { waiting_ = 0; }

  /// Those of `enabled` that may go on. Empty only when `enabled` is.
  [[nodiscard]] ThreadSet allowed(ThreadSet enabled) const {
    if ((waiting_ & enabled) == 0) return enabled;
    ThreadSet allowed = enabled;
    for (ThreadSet rest = waiting_ & enabled; rest != 0; rest &= rest - 1) {
      const int thread = std::countr_zero(rest);
      if ((behind_[static_cast<std::size_t>(thread)] & enabled) != 0) allowed &= ~only(thread);
    }
    return allowed != 0 ? allowed : enabled;
  }

  /// `thread` steps back.
  void deprioritise(ThreadId thread, ThreadSet enabled) {
    const auto at = static_cast<std::size_t>(thread);
    if ((waiting_ & only(thread)) == 0) {
      waiting_ |= only(thread);
      behind_[at] = 0;
      continuously_enabled_[at] = enabled;
      ran_[at] = 0;
    }
    behind_[at] |= (continuously_enabled_[at] & enabled) & ~ran_[at] & ~only(thread);
    continuously_enabled_[at] = enabled;
    ran_[at] = 0;
  }

  /// `thread` makes a step.
  void ran(ThreadId thread, ThreadSet enabled) {
    for (ThreadSet rest = waiting_; rest != 0; rest &= rest - 1) {
      const auto waiting = static_cast<std::size_t>(std::countr_zero(rest));
      behind_[waiting] &= ~only(thread);
      ran_[waiting] |= only(thread);
      continuously_enabled_[waiting] &= enabled;
    }
  }

 private:
  ThreadSet waiting_ = 0;  ///< who have stepped back in this schedule
  std::array<ThreadSet, kMaxThreads> behind_{};
  std::array<ThreadSet, kMaxThreads> continuously_enabled_{};
  std::array<ThreadSet, kMaxThreads> ran_{};
};

}  // namespace lockstep::explorer
