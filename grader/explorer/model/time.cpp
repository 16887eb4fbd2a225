// The virtual time of a schedule: it passes when no thread can go on, or as a choice.

#include <algorithm>

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// Its deadline is reached.
void State::give_up(ThreadId id) {
  Thread& waiting = thread(id);
  waiting.timed_out = true;
  waiting.deadline = kNever;
  if (waiting.waits_for == nullptr) return;
  waiting.waits_for->waiters.erase(id);
  waiting.waits_for->shared_waiters.erase(id);
}

bool State::advance_time() {
  Time earliest = kNever;
  for (const Thread& thread : threads()) {
    if (thread.state == Thread::State::kAlive) earliest = std::min(earliest, thread.deadline);
  }
  if (earliest == kNever) return false;
  now_ = std::max(now_, earliest);
  ThreadSet timed_out;
  for (const ThreadId id : alive_ - ready_) {
    if (thread(id).deadline > now_) continue;
    give_up(id);
    timed_out.insert(id);
  }
  ready_ |= timed_out;
  stutter_.time_passed(timed_out);
  last_change_ = time_moved_ = steps_;
  driver_->on_time_passed();
  return true;
}

/// The threads that could go on are late, perhaps: a busy machine has not let them run until a sleep or a time-out
/// ends.
void State::let_time_pass() {
  if (somebody_sleeps() && spurious_event()) advance_time();
}

bool State::somebody_sleeps() const {
  return std::any_of(threads().begin(), threads().end(), [](const Thread& thread) {
    return thread.state == Thread::State::kAlive && thread.deadline != kNever;
  });
}

}  // namespace lockstep::explorer
