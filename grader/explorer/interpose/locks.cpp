#include "explorer/interpose/locks.h"

#include <bit>

#include "explorer/engine/describe.h"

namespace lockstep::explorer {
namespace {

bool is_free(const SyncObject& lock) { return lock.owner < 0 && lock.readers == 0; }

/// A thread that takes one lock again and again may wait for what another one does under it.
void note_same_lock(const SyncObject& lock) {
  constexpr std::uint32_t kSuspicious = 4;
  Thread& self = engine().self();
  self.same_lock = self.latest_lock == &lock ? self.same_lock + 1 : 1;
  self.latest_lock = &lock;
  if (self.same_lock == kSuspicious) engine().stutter().suspect();
}

void own_shared(SyncObject& lock) {
  Engine& run = engine();
  lock.readers |= only(run.current());
  run.disable(lock.waiters);
  run.self().clock.join(lock.clock);
  run.stutter().lock_taken(&lock.readers);
  run.changed();
}

void relocked(SyncObject& lock, Place place) {
  misuse(describe(engine().current()) + " locks " + describe(engine(), lock) + " at " + mark(place) +
             ", which it holds already, since " + mark(lock.locked_at) +
             ". A plain mutex can be locked once; the second lock waits for the first to end.",
         {lock.locked_at, place});
}

void tried_again(SyncObject& lock, Place place) {
  misuse(describe(engine().current()) + " tries to lock " + describe(engine(), lock) + " at " + mark(place) +
             ", which it holds already, since " + mark(lock.locked_at) +
             ". That is undefined for a plain mutex: a loop that tries until it succeeds never ends.",
         {lock.locked_at, place});
}

}  // namespace

void note_failed_attempt(SyncObject& object) {
  Engine& run = engine();
  run.failed_attempt();
  if (!run.rules().bypass_bound || (object.triers & only(run.current())) != 0) return;
  object.triers |= only(run.current());
  run.self().waiting_since = run.steps();
  run.self().overtaken = 0;
}

void count_overtaken(SyncObject& object, std::uint64_t since) {
  Engine& run = engine();
  if (!run.rules().bypass_bound) return;
  if ((object.triers & only(run.current())) != 0) since = run.self().waiting_since;
  object.triers &= ~only(run.current());
  for (ThreadSet rest = object.waiters | object.triers; rest != 0; rest &= rest - 1) {
    const ThreadId id = std::countr_zero(rest);
    Thread& overtaken = run.thread(id);
    if (overtaken.waiting_since >= since || ++overtaken.overtaken <= *run.rules().bypass_bound) continue;
    run.fail({.kind = FindingKind::kStarvation,
              .message = "Starvation: " + describe(id) + " waits for " + describe(run, object) + " at " +
                         mark(run.next(id).place) + " and was overtaken " + std::to_string(overtaken.overtaken) +
                         " times by threads that came later. The bound is " +
                         std::to_string(*run.rules().bypass_bound) + ".",
              .places = {run.next(id).place},
              .address = 0});
  }
}

void misuse(std::string message, std::vector<Place> places) {
  engine().fail({.kind = FindingKind::kLockMisuse, .message = std::move(message), .places = std::move(places)});
}

void acquire(SyncObject& lock, Place place) {
  Engine& run = engine();
  lock.waiters &= ~only(run.current());
  lock.owner = run.current();
  lock.depth = 1;
  lock.locked_at = place;
  run.stutter().lock_taken(&lock);
  note_same_lock(lock);
  run.disable(lock.waiters | lock.shared_waiters);
  run.self().clock.join(lock.clock);
  if (lock.kind == SyncObject::Kind::kReadWriteLock) run.self().clock.join(lock.reader_clock);
  if (LockOrders* orders = run.rules().lock_orders) orders->taken(run.current(), lock, place, run.self().clock);
  run.changed();
}

bool take(SyncObject& lock, Place place, Time deadline) {
  Engine& run = engine();
  if (lock.owner == run.current()) {
    if (!lock.recursive) relocked(lock, place);
    ++lock.depth;
    run.stutter().lock_taken(&lock);
    return true;
  }
  lock.waiters |= only(run.current());
  const Operation operation{.kind = OpKind::kLock, .place = place, .object = lock.address, .also = nullptr};
  if (!run.wait(operation, &lock, deadline, is_free(lock))) return false;
  acquire(lock, place);
  count_overtaken(lock, run.self().waiting_since);
  return true;
}

bool try_take(SyncObject& lock, Place place) {
  Engine& run = engine();
  run.step({.kind = OpKind::kTryLock, .place = place, .object = lock.address, .also = nullptr});
  if (lock.owner == run.current()) {
    if (!lock.recursive) tried_again(lock, place);
    ++lock.depth;
    run.stutter().lock_taken(&lock);
    return true;
  }
  if (!is_free(lock)) {
    run.annotate("fails: it is locked");
    run.only_read();
    note_failed_attempt(lock);
    run.looked_again(run.self().spin.observed(lock.address, 0, 0));
    return false;
  }
  acquire(lock, place);
  count_overtaken(lock, run.steps());
  return true;
}

bool take_shared(SyncObject& lock, Place place, Time deadline) {
  Engine& run = engine();
  if (lock.owner == run.current()) relocked(lock, place);
  lock.shared_waiters |= only(run.current());
  const Operation operation{.kind = OpKind::kSharedLock, .place = place, .object = lock.address, .also = nullptr};
  const bool taken = run.wait(operation, &lock, deadline, lock.owner < 0);
  lock.shared_waiters &= ~only(run.current());
  if (!taken) return false;
  own_shared(lock);
  count_overtaken(lock, run.self().waiting_since);
  return true;
}

bool try_take_shared(SyncObject& lock, Place place) {
  Engine& run = engine();
  run.step({.kind = OpKind::kTryLock, .place = place, .object = lock.address, .also = nullptr});
  if (lock.owner >= 0) {
    run.annotate("fails: it is locked");
    run.only_read();
    run.failed_attempt();
    run.looked_again(run.self().spin.observed(lock.address, 0, 0));
    return false;
  }
  own_shared(lock);
  count_overtaken(lock, run.steps());
  return true;
}

void release(SyncObject& lock) {
  Engine& run = engine();
  if (lock.owner == run.current()) {
    for (int i = 0; i < lock.depth; ++i) run.stutter().lock_released(&lock);
    lock.owner = -1;
    lock.depth = 0;
    if (LockOrders* orders = run.rules().lock_orders; orders != nullptr && lock.kind != SyncObject::Kind::kOnce) {
      orders->given_back(run.current(), lock);
    } else {
      lock.clock.assign(run.self().clock);
    }
    run.enable(lock.waiters | lock.shared_waiters);
  } else {
    run.stutter().lock_released(&lock.readers);
    lock.readers &= ~only(run.current());
    lock.reader_clock.join(run.self().clock);
    if (lock.readers == 0) run.enable(lock.waiters);
  }
  run.self().clock.tick(run.current());
  run.changed();
}

void unlock(SyncObject& lock, Place place) {
  Engine& run = engine();
  const bool owns = lock.owner == run.current();
  if (!owns && (lock.readers & only(run.current())) == 0) {
    const std::string who = describe(run.current()) + " unlocks " + describe(run, lock) + " at " + mark(place);
    if (lock.owner >= 0) {
      misuse(who + ", but " + describe(lock.owner) + " holds it, since " + mark(lock.locked_at) +
                 ". Only the thread that locked a mutex may unlock it.",
             {lock.locked_at, place});
    }
    misuse(who + ", but no thread holds it. Only the thread that locked a mutex may unlock it.", {place});
  }
  if (owns && lock.depth > 1) {
    --lock.depth;
    run.stutter().lock_released(&lock);
    return;
  }
  run.step({.kind = OpKind::kUnlock, .place = place, .object = lock.address, .also = nullptr});
  release(lock);
}

void destroy(SyncObject& lock, Place place) {
  Engine& run = engine();
  if (lock.owner >= 0) {
    misuse(describe(run, lock) + " is destroyed at " + mark(place) + " while " + describe(lock.owner) +
               " holds it, since " + mark(lock.locked_at) + ". Unlock it first, and use it no more afterwards.",
           {lock.locked_at, place});
  }
  if ((lock.waiters | lock.shared_waiters) != 0) {
    const ThreadId waiting = std::countr_zero(lock.waiters | lock.shared_waiters);
    misuse(describe(run, lock) + " is destroyed at " + mark(place) + " while " + describe(waiting) +
               " waits for it at " + mark(run.next(waiting).place) + ". End all threads that use it first.",
           {run.next(waiting).place, place});
  }
  run.sync().remove(lock);
}

}  // namespace lockstep::explorer
