#include "explorer/model/locks.h"

#include "explorer/model/describe.h"
#include "explorer/model/overtaking.h"

namespace lockstep::explorer {
namespace {

constexpr std::string_view kIsLocked = "fails: it is locked";
constexpr std::string_view kTryLockFails = "fails spuriously (try_lock may)";

RawFinding misuse(std::string message, std::vector<Place> places) {
  return {.kind = FindingKind::kLockMisuse, .message = std::move(message), .places = std::move(places), .address = 0};
}

/// A thread that takes one lock again and again may wait for what another one does under it.
void note_same_lock(State& state, const SyncObject& lock) {
  constexpr std::uint32_t kSuspicious = 4;
  Thread& self = state.self();
  self.same_lock = self.latest_lock == &lock ? self.same_lock + 1 : 1;
  self.latest_lock = &lock;
  if (self.same_lock == kSuspicious) state.stutter().suspect();
}

void own_shared(State& state, SyncObject& lock) {
  lock.readers.insert(state.current());
  state.block(lock.waiters);
  state.self().clock.join(lock.clock);
  state.stutter().lock_taken(&lock.readers);
  state.changed();
}

void tried_again(State& state, SyncObject& lock, Place place) {
  state.report(misuse(describe(state.current()) + " tries to lock " + describe(state, lock) + " at " + mark(place) +
                          ", which it holds already, since " + mark(lock.locked_at) +
                          ". That is undefined for a plain mutex: a loop that tries until it succeeds never ends.",
                      {lock.locked_at, place}));
}

[[gnu::cold]] void report_unlock_by_another(State& state, const SyncObject& lock, Place place) {
  const std::string which = describe(state.current()) + " unlocks " + describe(state, lock) + " at " + mark(place);
  constexpr std::string_view kRule = ". Only the thread that locked a mutex may unlock it.";
  if (lock.owner < 0) {
    state.report(misuse(which + ", but no thread holds it" + std::string(kRule), {place}));
  } else {
    state.report(misuse(
        which + ", but " + describe(lock.owner) + " holds it, since " + mark(lock.locked_at) + std::string(kRule),
        {lock.locked_at, place}));
  }
}

void count_lock(State& state, SyncObject& lock) {
  ++lock.depth;
  state.stutter().lock_taken(&lock);
}

void fail_to_lock(State& state, const SyncObject& lock) {
  state.looked_again(state.self().spin.observed(lock.address, 0, 0));
}

}  // namespace

void acquire(State& state, SyncObject& lock, Place place) {
  lock.waiters.erase(state.current());
  lock.owner = state.current();
  lock.depth = 1;
  lock.locked_at = place;
  state.stutter().lock_taken(&lock);
  note_same_lock(state, lock);
  state.block(lock.waiters);
  state.block(lock.shared_waiters);
  state.self().clock.join(lock.clock);
  if (lock.kind == SyncObject::Kind::kReadWriteLock) state.self().clock.join(lock.reader_clock);
  if (LockOrders* orders = state.rules().lock_orders) orders->taken(state.current(), lock, place, state.self().clock);
  state.changed();
}

void lock(State& state, Place place) {
  Thread& self = state.self();
  SyncObject& lock = *self.object;
  if (self.timed_out) return;
  acquire(state, lock, place);
  if (!std::exchange(self.was_notified, false)) count_overtaken(state, lock, self.waiting_since);
  for (; self.relock_depth > 1; --self.relock_depth) count_lock(state, lock);
  self.relock_depth = 0;
}

void lock_shared(State& state) {
  SyncObject& lock = *state.self().object;
  lock.shared_waiters.erase(state.current());
  if (state.self().timed_out) return;
  own_shared(state, lock);
  count_overtaken(state, lock, state.self().waiting_since);
}

void try_lock(State& state, Place place) {
  SyncObject& lock = *state.self().object;
  if (lock.owner == state.current()) return lock.recursive ? count_lock(state, lock) : tried_again(state, lock, place);
  if (!is_free(lock)) {
    state.refuse(kIsLocked);
    note_failed_attempt(state, lock);
    return fail_to_lock(state, lock);
  }
  if (state.self().may_fail && state.spurious_event()) return state.refuse(kTryLockFails);
  acquire(state, lock, place);
  count_overtaken(state, lock, state.steps());
}

void try_lock_shared(State& state) {
  SyncObject& lock = *state.self().object;
  if (lock.owner >= 0) {
    state.refuse(kIsLocked);
    state.failed_attempt();
    return fail_to_lock(state, lock);
  }
  if (state.self().may_fail && state.spurious_event()) return state.refuse(kTryLockFails);
  own_shared(state, lock);
  count_overtaken(state, lock, state.steps());
}

void lock_again(State& state, SyncObject& lock, Place place) {
  if (lock.recursive) return count_lock(state, lock);
  state.report(misuse(describe(state.current()) + " locks " + describe(state, lock) + " at " + mark(place) +
                          ", which it holds already, since " + mark(lock.locked_at) +
                          ". A plain mutex can be locked once; the second lock waits for the first to end.",
                      {lock.locked_at, place}));
}

bool unlock_without_step(State& state, SyncObject& lock, Place place) {
  if (lock.owner == state.current()) {
    if (lock.depth == 1) return false;
    --lock.depth;
    state.stutter().lock_released(&lock);
    return true;
  }
  if (lock.readers.contains(state.current())) return false;
  report_unlock_by_another(state, lock, place);
  return true;
}

void release(State& state, SyncObject& lock) {
  Thread& self = state.self();
  if (lock.owner == state.current()) {
    state.stutter().lock_released(&lock, lock.depth);
    lock.owner = -1;
    lock.depth = 0;
    lock.released_by = state.current();
    lock.released_at = state.next(state.current()).place;
    LockOrders* const orders = state.rules().lock_orders;
    if (orders != nullptr && lock.kind != SyncObject::Kind::kOnce) {
      orders->given_back(state.current(), lock);
    } else {
      lock.clock.assign(self.clock);
    }
    state.make_ready(lock.waiters);
    state.make_ready(lock.shared_waiters);
  } else {
    state.stutter().lock_released(&lock.readers);
    lock.readers.erase(state.current());
    lock.reader_clock.join(self.clock);
    if (lock.readers.empty()) state.make_ready(lock.waiters);
  }
  self.clock.tick(state.current());
  state.changed();
}

std::optional<RawFinding> wrong_to_destroy(State& state, const SyncObject& object, Place place) {
  const std::string which = describe(state, object) + " is destroyed at " + mark(place) + " while ";
  constexpr std::string_view kUnlockFirst = ". Unlock it first, and use it no more afterwards.";
  if (object.owner >= 0) {
    return misuse(
        which + describe(object.owner) + " holds it, since " + mark(object.locked_at) + std::string(kUnlockFirst),
        {object.locked_at, place});
  }
  if (!object.readers.empty()) {
    return misuse(which + describe(object.readers.first()) + " holds it, shared" + std::string(kUnlockFirst), {place});
  }
  const ThreadSet all = object.waiters | object.shared_waiters;
  if (all.empty()) return std::nullopt;
  const Place waits_at = state.next(all.first()).place;
  const std::string thread = describe(all.first());
  constexpr std::string_view kEndThem = ". End all threads that use it first.";
  // A lock is free here: the thread has come to it, and does not wait.
  if (!object.is_lock())
    return misuse(which + thread + " waits for it at " + mark(waits_at) + std::string(kEndThem), {waits_at, place});
  return RawFinding{.kind = FindingKind::kUseAfterFree,
                    .message = "Use after free: " + which + thread + " is about to lock it at " + mark(waits_at) +
                               std::string(kEndThem),
                    .places = {waits_at, place},
                    .address = 0};
}

}  // namespace lockstep::explorer
