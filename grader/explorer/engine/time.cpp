// The virtual time of a schedule: it passes when no thread can go on, or as a choice.

#include <algorithm>

#include "explorer/engine/engine.h"

namespace lockstep::explorer {

/// Its deadline is reached.
void Engine::give_up(ThreadId id) {
  Thread& waiting = thread(id);
  waiting.timed_out = true;
  waiting.deadline = kNever;
  if (waiting.waits_for == nullptr) return;
  waiting.waits_for->waiters &= ~only(id);
  waiting.waits_for->shared_waiters &= ~only(id);
}

bool Engine::advance_time() {
  Time earliest = kNever;
  for (const Thread& thread : threads()) {
    if (thread.state == Thread::State::kAlive) earliest = std::min(earliest, thread.deadline);
  }
  if (earliest == kNever) return false;
  now_ = std::max(now_, earliest);
  for (ThreadId id = 0; id < known_; ++id) {
    Thread& sleeper = thread(id);
    if (sleeper.state != Thread::State::kAlive || sleeper.deadline > now_ || (enabled_ & only(id)) != 0) continue;
    give_up(id);
    enabled_ |= only(id);
  }
  last_change_ = time_moved_ = steps_;
  // It lets others go on, whatever step comes next.
  Effects passing;
  passing.affect_all();
  strategy_->on_effects(-1, passing);
  return true;
}

/// The threads that could go on are late, perhaps: a busy machine has not let them run until a sleep or a time-out
/// ends.
void Engine::let_time_pass() {
  if (somebody_sleeps() && spurious_event()) advance_time();
}

bool Engine::somebody_sleeps() const {
  return std::any_of(threads_.begin(), threads_.begin() + known_, [](const Thread& thread) {
    return thread.state == Thread::State::kAlive && thread.deadline != kNever;
  });
}

}  // namespace lockstep::explorer
