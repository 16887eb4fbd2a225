#pragma once

#include <array>

#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// Keeps a thread that only waits (it yields, or goes round a spin loop) from running for ever while another one that
/// could go on does not: such a thread steps back behind those that could have run since it last did (Musuvathi,
/// Qadeer, "Fair Stateless Model Checking", PLDI 2008, algorithm 1).
class Fairness {
 public:
  void begin() { waiting_ = {}; }

  /// Those of `enabled` that may go on. Empty only when `enabled` is.
  [[nodiscard]] ThreadSet allowed(const ThreadSet& enabled) const;

  /// `thread` steps back.
  void deprioritise(ThreadId thread, const ThreadSet& enabled);

  /// `thread` makes a step.
  void ran(ThreadId thread, const ThreadSet& enabled);

 private:
  using Sets = std::array<ThreadSet, kMaxThreads>;

  [[nodiscard]] static ThreadSet& at(Sets& sets, ThreadId thread) { return sets[static_cast<std::size_t>(thread)]; }
  [[nodiscard]] static const ThreadSet& at(const Sets& sets, ThreadId thread) {
    return sets[static_cast<std::size_t>(thread)];
  }

  ThreadSet waiting_;  ///< those that have stepped back in this schedule
  Sets behind_{};
  Sets continuously_enabled_{};
  Sets ran_{};
};

}  // namespace lockstep::explorer
