#pragma once

#include <array>
#include <cstdint>

#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// When a choice is made, in words that mean the same in another schedule: after how many steps of its own of the
/// thread that made the latest one. A number among all choices would mean something else as soon as one is left out.
struct Moment {
  ThreadId thread = 0;
  std::uint32_t steps = 0;   ///< its own, made until then
  std::uint32_t values = 0;  ///< 0: of a thread; otherwise the how manieth choice of a value since that step

  friend bool operator==(const Moment&, const Moment&) = default;
};

/// A choice that the plain schedule would make otherwise. In that, the thread that runs goes on as long as it can, then
/// the first one that can; and of values it is always the first.
struct Deviation {
  Moment moment;
  std::uint8_t chosen = 0;
  bool preempts = false;  ///< it switches away from a thread that could have gone on
};

/// Tells the moments of a schedule, from its steps.
class Moments {
 public:
  void on_step(ThreadId thread) {
    ++steps_[static_cast<std::size_t>(thread)];
    latest_ = thread;
    values_ = 0;
  }

  /// \param running  the thread that made the latest step
  [[nodiscard]] Moment of_thread(ThreadId running) const {
    return {.thread = running, .steps = steps_[static_cast<std::size_t>(running)], .values = 0};
  }

  /// Of the next choice of a value.
  [[nodiscard]] Moment of_value() {
    return {.thread = latest_, .steps = steps_[static_cast<std::size_t>(latest_)], .values = ++values_};
  }

 private:
  std::array<std::uint32_t, kMaxThreads> steps_{};
  ThreadId latest_ = 0;
  std::uint32_t values_ = 0;
};

}  // namespace lockstep::explorer
