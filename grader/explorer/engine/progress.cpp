// Whether the threads of a schedule get on, and what is done when they do not.

#include <algorithm>
#include <utility>

#include "explorer/engine/engine.h"
#include "explorer/model/dead_end.h"
#include "explorer/model/livelock.h"

namespace lockstep::explorer {
namespace {

constexpr std::uint64_t kPreferFor = 256;  ///< steps

}  // namespace

/// At a dead end: wakes a thread that may have missed its call.
/// \return false when there is none: those that were woken wait again
bool Engine::wake_for_a_look() {
  if_it_goes_on_.reset();
  const ThreadId id = may_have_missed_its_call(*this, have_looked_);
  if (id < 0) return false;
  if_it_goes_on_ = lost_wakeup(*this, id);
  have_looked_.insert(id);
  looking_ = true;
  looked_at_ = thread(id).waits_for->address;
  allow_no_more_spurious_events();
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
      if (self().relocks_two && (operation.object == own.address || own.owner == current())) return;
      break;
    }
    default:
      break;
  }
  fail(*if_it_goes_on_);
}

void Engine::check_progress() {
  const ThreadSet starved = (ready_lately_ - ran_lately_) & alive();
  ready_lately_ = ran_lately_ = {};
  const bool too_long = steps() >= rules().most_steps;
  // Where one that could go on was passed over, another schedule would get on.
  auto finding = starved.empty() ? livelock(*this, too_long) : std::nullopt;
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
  prefer(static_cast<ThreadId>(first - threads().begin()), kPreferFor);
  return true;
}

void Engine::on_failed_attempt() {
  constexpr std::uint64_t kSuspicious = 64;
  Thread& thread = self();
  if (thread.failed_attempts % kSuspicious == 0 && places_.backs_off != nullptr)
    thread.backs_off = places_.backs_off(own_stack());
}

}  // namespace lockstep::explorer
