// What stands in for the mutexes of the C library, and so for std::mutex and its relatives.

#include <cerrno>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

ObjectMemory memory_of(pthread_mutex_t* mutex) { return {.address = mutex, .kind = SyncObject::Kind::kMutex}; }

SyncObject& object_of(pthread_mutex_t* mutex, const void* caller) {
  SyncObject& object = lock_in(memory_of(mutex), caller);
  object.recursive = (read_of_program(mutex->__data.__kind) & 3) == PTHREAD_MUTEX_RECURSIVE;
  return object;
}

/// \pre object_of has found the mutex there
bool checks_errors(const pthread_mutex_t* mutex) { return (mutex->__data.__kind & 3) == PTHREAD_MUTEX_ERRORCHECK; }

/// An error-checking mutex says what is wrong, and the program may rely on it: a step, and no finding.
int refuse(const SyncObject& object, OpKind kind, Place place, int error) {
  Engine& run = engine();
  run.step({.kind = kind, .place = place, .object = object.address, .also = nullptr});
  run.annotate("fails: the mutex checks errors");
  return error;
}

int lock_until(pthread_mutex_t* mutex, const void* caller, Time deadline) {
  SyncObject& object = object_of(mutex, caller);
  const Place place = engine().place_of(caller);
  if (checks_errors(mutex) && object.owner == engine().current()) return refuse(object, OpKind::kLock, place, EDEADLK);
  return take(object, place, deadline) ? 0 : ETIMEDOUT;
}

}  // namespace

extern "C" {

int pthread_mutex_lock(pthread_mutex_t* mutex) {
  if (!exploring) return real().pthread_mutex_lock(mutex);
  const EngineScope scope;
  return lock_until(mutex, __builtin_return_address(0), kNever);
}

int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* until) {
  if (!exploring) return real().pthread_mutex_timedlock(mutex, until);
  const EngineScope scope;
  return lock_until(mutex, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock, const timespec* until) {
  if (!exploring) return real().pthread_mutex_clocklock(mutex, clock, until);
  const EngineScope scope;
  return lock_until(mutex, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_mutex_trylock(pthread_mutex_t* mutex) {
  if (!exploring) return real().pthread_mutex_trylock(mutex);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  SyncObject& object = object_of(mutex, caller);
  if (checks_errors(mutex) && object.owner == engine().current())
    return refuse(object, OpKind::kTryLock, engine().place_of(caller), EBUSY);
  return try_take(object, caller) ? 0 : EBUSY;
}

int pthread_mutex_unlock(pthread_mutex_t* mutex) {
  if (!exploring) return real().pthread_mutex_unlock(mutex);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  SyncObject& object = object_of(mutex, caller);
  const Place place = engine().place_of(caller);
  if (checks_errors(mutex) && object.owner != engine().current()) return refuse(object, OpKind::kUnlock, place, EPERM);
  unlock(object, place);
  return 0;
}

int pthread_mutex_destroy(pthread_mutex_t* mutex) {
  if (!exploring) return real().pthread_mutex_destroy(mutex);
  const EngineScope scope;
  const SyncObject* const known = engine().sync().find(mutex);
  if (known != nullptr && checks_errors(mutex) && known->owner >= 0) return EBUSY;
  destroy(memory_of(mutex), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
