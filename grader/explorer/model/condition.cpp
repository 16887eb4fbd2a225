#include "explorer/model/condition.h"

#include "explorer/finding/wording.h"
#include "explorer/model/describe.h"
#include "explorer/model/locks.h"

namespace lockstep::explorer {
namespace {

void take_mutex_again(State& state, Place place) {
  SyncObject& lock = *state.self().relocks;
  state.go_on_with(
      {.operation = {.kind = OpKind::kLock, .place = place, .object = lock.address, .also = nullptr}, .object = &lock});
}

}  // namespace

bool holds_mutex(State& state, const Operation& wait, const SyncObject& condition) {
  if (state.sync().at(wait.also, SyncObject::Kind::kMutex).owner == state.current()) return true;
  state.report(
      {.kind = FindingKind::kLockMisuse,
       .message = describe(state.current()) + " waits on " + describe(state, condition) + " at " + mark(wait.place) +
                  " with a mutex that it does not hold. Lock it first: the wait unlocks it and locks it again.",
       .places = {wait.place},
       .address = 0});
  return false;
}

bool gave_back_another(const Operation& before, const Operation& wait) {
  return before.kind == OpKind::kUnlock && before.object != wait.also;
}

void wait_on_condition(State& state) {
  Thread& self = state.self();
  SyncObject& condition = *self.object;
  const Operation operation = state.next(state.current());
  SyncObject& mutex = state.sync().at(operation.also, SyncObject::Kind::kMutex);
  self.relocks = &mutex;
  self.relock_depth = mutex.depth;
  release(state, mutex);
  if (state.spurious_event()) {
    state.annotate(kSpuriousWakeUp);
    return take_mutex_again(state, operation.place);
  }
  state.sleep_on(condition, self.sleeps_until);
}

void wake_up(State& state) {
  // A notified thread waits for its mutex already.
  if (state.self().object->kind == SyncObject::Kind::kCondition)
    take_mutex_again(state, state.next(state.current()).place);
}

void notify(State& state, const Operation& operation) {
  SyncObject& condition = *state.self().object;
  condition.last_notified_at = operation.place;
  if (condition.waiters.empty()) {
    ++condition.notified_nobody;
    return state.annotate("no thread waits");
  }
  state.made_progress();
  if (operation.kind == OpKind::kNotifyOne) return state.wake(condition, state.choose_of(condition.waiters));
  for (const ThreadId thread : condition.waiters) state.wake(condition, thread);
}

}  // namespace lockstep::explorer
