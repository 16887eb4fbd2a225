// Whether the threads of a schedule get on, and what is done when they do not.

#include <algorithm>
#include <bit>
#include <utility>

#include "explorer/engine/engine.h"
#include "explorer/engine/livelock.h"
#include "explorer/engine/no_runnable_thread.h"

namespace lockstep::explorer {
namespace {

constexpr std::uint64_t kPreferFor = 256;  ///< steps
constexpr std::uint32_t kMostRoundsInVain = 256;
constexpr std::uint32_t kManyLooks = 100;  ///< after so many at the same, a thread steps back without proof

}  // namespace

/// Only threads that are held could go on. Lets one of them go round again, behind all others that its round lets go
/// on.
bool Engine::go_round_once_more() {
  if (rounds_in_vain_++ == kMostRoundsInVain) return false;
  const ThreadId thread = stutter_.let_one_go();
  if (thread < 0) return false;
  fairness_.deprioritise(thread, alive_);
  return true;
}

/// At a dead end: wakes a thread that may have missed its call.
/// \return false when there is none: those that were woken wait again
bool Engine::wake_for_a_look() {
  if_it_goes_on_.reset();
  const ThreadId id = may_have_missed_its_call(*this, have_looked_);
  if (id < 0) return false;
  if_it_goes_on_ = lost_wakeup(*this, id);
  have_looked_ |= only(id);
  looked_at_ = thread(id).waits_for->address;
  spurious_events_ = rules_->spurious_budget;
  wake(*thread(id).waits_for, id);
  return true;
}

/// What a thread does that was woken for a look. To look it locks, loads and waits again.
void Engine::look(const Operation& operation) {
  switch (operation.kind) {
    case OpKind::kLock:
    case OpKind::kLoad:
    case OpKind::kWait:
    case OpKind::kWakeUp:
    case OpKind::kFutexWait:
    case OpKind::kYield:
      return;
    case OpKind::kReadModifyWrite:  // it counts the users of its own mutex, or says in the atomic that it waits
      if (self().relocks_two || operation.object == looked_at_) return;
      break;
    case OpKind::kUnlock: {
      // Of two mutexes it gives back its own when it has been woken, and the program's when it has its own again.
      if (self().relocks == nullptr) break;
      const SyncObject& own = *self().relocks;
      if (self().relocks_two && (operation.object == own.address || own.owner == current_)) return;
      break;
    }
    default:
      break;
  }
  fail(*if_it_goes_on_);
}

void Engine::check_progress() {
  const ThreadSet starved = enabled_lately_ & ~ran_lately_ & alive_;
  enabled_lately_ = ran_lately_ = 0;
  const bool too_long = steps_ >= rules_->most_steps;
  // Where one that could go on was passed over, another schedule would get on.
  auto finding = starved != 0 ? std::nullopt : livelock(*this, digests_, too_long);
  if (finding && !prefer_one_that_backs_off()) fail(std::move(*finding));
  if (!too_long) return;
  outcome_.cut = true;
  abandon();
}

/// Threads that take several locks by std::lock give way to each other. The library is taken to get there: one of them
/// goes first for a while.
/// \return false when there is none
bool Engine::prefer_one_that_backs_off() {
  const auto backs_off = [](const Thread& thread) { return thread.state == Thread::State::kAlive && thread.backs_off; };
  const auto first = std::find_if(threads().begin(), threads().end(), backs_off);
  if (first == threads().end()) return false;
  first->backs_off = false;
  preferred_ = only(static_cast<ThreadId>(first - threads().begin()));
  prefer_until_ = steps_ + kPreferFor;
  outcome_.unfair = true;
  return true;
}

void Engine::looked_again(std::uint32_t times) {
  if (times == 0) return;
  ++self().failed_attempts;
  if (times == 1) stutter_.suspect();
  if (times < kManyLooks) return;
  fairness_.deprioritise(current_, enabled_);
  effects_.affect_all();
  // When all only wait for each other, the one thing that can still change is the time.
  const auto idle = static_cast<std::uint64_t>(std::popcount(enabled_)) * 16;
  if (steps_ - last_change_ > idle) advance_time();
}

void Engine::failed_attempt() {
  constexpr std::uint64_t kSuspicious = 64;
  Thread& thread = self();
  if (++thread.failed_attempts % kSuspicious != 0 || places_.backs_off == nullptr) return;
  thread.backs_off = places_.backs_off(own_stack());
}

}  // namespace lockstep::explorer
