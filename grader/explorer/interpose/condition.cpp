// What stands in for the condition variables of the C library.

#include <bit>
#include <cerrno>

#include "explorer/engine/describe.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/interpose/real.h"

namespace lockstep::explorer {
namespace {

SyncObject& object_of(pthread_cond_t* condition) { return engine().sync().at(condition, SyncObject::Kind::kCondition); }

ObjectMemory memory_of(pthread_cond_t* condition) {
  return {.address = condition, .kind = SyncObject::Kind::kCondition};
}

int wait_until(pthread_cond_t* condition, pthread_mutex_t* mutex, const void* caller, Time deadline) {
  Engine& run = engine();
  note_use(memory_of(condition), "waits on", caller);
  SyncObject& object = object_of(condition);
  SyncObject& lock = run.sync().at(mutex, SyncObject::Kind::kMutex);
  const Place place = run.place_of(caller);
  if (lock.owner != run.current()) {
    misuse(describe(run.current()) + " waits on " + describe(run, object) + " at " + mark(place) +
               " with a mutex that it does not hold. Lock it first: the wait unlocks it and locks it again.",
           {place});
  }
  // std::condition_variable_any has a mutex of its own, and gives back the program's right before it waits.
  const Operation& before = run.next(run.current());
  run.self().relocks_two = before.kind == OpKind::kUnlock && before.object != mutex;
  run.step({.kind = OpKind::kWait, .place = place, .object = condition, .also = mutex});
  const int depth = lock.depth;
  release(lock);
  bool notified = true;
  if (run.spurious_event()) {
    run.annotate("spurious wake-up");
    take(lock, place, kNever);
  } else {
    object.waiters |= only(run.current());
    run.self().relocks = &lock;
    const Operation asleep{.kind = OpKind::kWakeUp, .place = place, .object = condition, .also = nullptr};
    notified = run.wait(asleep, &object, deadline, false);
    if (notified) {
      acquire(lock, place);  // a notified thread was redirected to wait for the mutex, and has got it
    } else {
      take(lock, place, kNever);
    }
  }
  for (; lock.depth < depth; ++lock.depth) run.stutter().lock_taken(&lock);
  return notified ? 0 : ETIMEDOUT;
}

SyncObject& notify(pthread_cond_t* condition, OpKind kind, const void* caller) {
  Engine& run = engine();
  const Place place = run.place_of(caller);
  run.step({.kind = kind, .place = place, .object = condition, .also = nullptr});
  note_use(memory_of(condition), "notifies", caller);
  SyncObject& object = object_of(condition);
  object.last_notified_at = place;
  if (object.waiters == 0) {
    ++object.notified_nobody;
    run.annotate("no thread waits");
  } else {
    run.made_progress();
  }
  return object;
}

}  // namespace

extern "C" {

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  if (!exploring) return real().pthread_cond_wait(condition, mutex);
  const EngineScope scope;
  return wait_until(condition, mutex, __builtin_return_address(0), kNever);
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until) {
  if (!exploring) return real().pthread_cond_timedwait(condition, mutex, until);
  const EngineScope scope;
  return wait_until(condition, mutex, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* until) {
  if (!exploring) return real().pthread_cond_clockwait(condition, mutex, clock, until);
  const EngineScope scope;
  return wait_until(condition, mutex, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_cond_signal(pthread_cond_t* condition) {
  if (!exploring) return real().pthread_cond_signal(condition);
  const EngineScope scope;
  SyncObject& object = notify(condition, OpKind::kNotifyOne, __builtin_return_address(0));
  if (object.waiters == 0) return 0;
  ThreadSet rest = object.waiters;
  for (unsigned skip = engine().choose(static_cast<unsigned>(std::popcount(rest)), ChoiceBias::kEven); skip > 0;
       --skip) {
    rest &= rest - 1;
  }
  engine().wake(object, std::countr_zero(rest));
  return 0;
}

int pthread_cond_broadcast(pthread_cond_t* condition) {
  if (!exploring) return real().pthread_cond_broadcast(condition);
  const EngineScope scope;
  SyncObject& object = notify(condition, OpKind::kNotifyAll, __builtin_return_address(0));
  while (object.waiters != 0) engine().wake(object, std::countr_zero(object.waiters));
  return 0;
}

int pthread_cond_destroy(pthread_cond_t* condition) {
  if (!exploring) return real().pthread_cond_destroy(condition);
  const EngineScope scope;
  if (SyncObject* object = engine().sync().find(condition)) {
    destroy(*object, engine().place_of(__builtin_return_address(0)));
  }
  note_end(memory_of(condition), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
