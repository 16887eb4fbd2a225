#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "explorer/schedule/choice_bias.h"
#include "explorer/schedule/effects.h"
#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// What a strategy sees when a thread is to be chosen. There are at least two candidates.
struct SchedulingPoint {
  const ThreadSet& candidates;
  ThreadId running = 0;             ///< which made the last step; not always a candidate
  std::uint64_t step = 0;           ///< visible operations made in this schedule
  std::span<const Operation> next;  ///< by thread: what it is about to do

  [[nodiscard]] bool running_can_go_on() const { return candidates.contains(running); }

  /// What the plain schedule chooses: the thread that runs goes on as long as it can, and then the first that can.
  [[nodiscard]] ThreadId plain() const { return running_can_go_on() ? running : candidates.first(); }
};

/// What a strategy knows of the schedules that it has chosen so far.
struct Covered {
  bool all = false;                               ///< none is left, within `preemptions` where that is set
  std::uint64_t interleavings = 0;                ///< when all were run: how many there are
  std::optional<int> preemptions = std::nullopt;  ///< all with at most so many were run
};

/// Chooses the interleavings. Knows nothing of the engine, which makes every choice that there is through it.
class Strategy {
 public:
  virtual ~Strategy() = default;

  /// A new schedule begins. \return false when there is none left that was not run
  [[nodiscard]] virtual bool begin() = 0;

  /// \return one of the candidates; -1 when they are not those that the same choices led to before
  [[nodiscard]] virtual ThreadId pick_thread(const SchedulingPoint& point) = 0;

  /// Chooses one of `options` (at least 2) values.
  [[nodiscard]] virtual unsigned pick_value(unsigned options, ChoiceBias bias) = 0;

  /// A step was made, chosen or the only one possible.
  virtual void on_step(ThreadId /*thread*/, const Operation& /*operation*/) {}

  /// What the latest step did, when its thread has come to the next one; told only when `wants_effects`.
  /// \param thread  -1: time has passed
  virtual void on_effects(ThreadId /*thread*/, const Effects& /*effects*/) {}

  /// The schedule is over; it had so many steps.
  /// \param whole  it ran to its end: no thread was left in the middle
  virtual void end(std::uint64_t /*steps*/, bool /*whole*/) {}

  /// Whether its first schedule is the plain one, in which each thread runs as long as it can.
  [[nodiscard]] virtual bool begins_with_the_plain_schedule() const { return false; }

  /// What the schedules so far prove: those that sample prove nothing of all.
  [[nodiscard]] virtual Covered covered() const { return {}; }

  /// Whether it draws each schedule without regard to those before.
  [[nodiscard]] virtual bool draws_independently() const { return false; }

  /// For the schedule that runs.
  [[nodiscard]] bool wants_effects() const { return wants_effects_; }

 protected:
  void want_effects(bool wanted) { wants_effects_ = wanted; }

 private:
  bool wants_effects_ = false;
};

}  // namespace lockstep::explorer
