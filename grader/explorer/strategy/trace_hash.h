#pragma once

#include <cstdint>
#include <unordered_map>

#include "explorer/schedule/effects.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// A number for the Mazurkiewicz trace of a schedule: the same for two schedules that differ only in the order of
/// independent steps, and for others another one (but for a collision of 64 bits). It adds up what each step is and
/// which steps it comes after by their dependence, so that the order in which steps are told does not matter beyond
/// that.
class TraceHash {
 public:
  void begin();

  /// A thread made a step.
  /// \param thread  -1: time has passed
  void add(ThreadId thread, const Effects& effects);

  /// The step that the thread is about to make went one of several ways: a spurious wake-up, the value of a load.
  void add_choice(ThreadId thread, unsigned chosen);

  [[nodiscard]] std::uint64_t value() const { return sum_; }

 private:
  /// Of a byte, or of an object known by its address: the latest step that changed it, and those that have read it
  /// since.
  struct Last {
    std::uint64_t change = 0;
    std::uint64_t reads = 0;
  };

  [[nodiscard]] std::uint64_t next_event(ThreadId thread);
  void touch(std::uint64_t event, Last& last, bool changed);

  std::uint64_t sum_ = 0;
  std::uint64_t barrier_ = 0;  ///< what came before the latest step that depends on every other one
  std::unordered_map<std::uintptr_t, Last> bytes_;
  Last time_;
  std::unordered_map<ThreadId, std::uint64_t> made_;  ///< steps of each thread
};

}  // namespace lockstep::explorer
