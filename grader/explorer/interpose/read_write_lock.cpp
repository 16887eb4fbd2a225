// What stands in for the read-write locks of the C library, and so for std::shared_mutex.

#include <cerrno>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

ObjectMemory memory_of(pthread_rwlock_t* lock) { return {.address = lock, .kind = SyncObject::Kind::kReadWriteLock}; }

SyncObject& object_of(pthread_rwlock_t* lock, const void* caller) { return lock_in(memory_of(lock), caller); }

Place place_of(const void* caller) { return engine().place_of(caller); }

int read_until(pthread_rwlock_t* lock, const void* caller, Time deadline) {
  const EngineScope scope;
  return take_shared(object_of(lock, caller), place_of(caller), deadline) ? 0 : ETIMEDOUT;
}

int write_until(pthread_rwlock_t* lock, const void* caller, Time deadline) {
  const EngineScope scope;
  return take(object_of(lock, caller), place_of(caller), deadline) ? 0 : ETIMEDOUT;
}

}  // namespace

extern "C" {

int pthread_rwlock_rdlock(pthread_rwlock_t* lock) {
  if (!exploring) return real().pthread_rwlock_rdlock(lock);
  return read_until(lock, __builtin_return_address(0), kNever);
}

int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock, const timespec* until) {
  if (!exploring) return real().pthread_rwlock_timedrdlock(lock, until);
  return read_until(lock, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock, const timespec* until) {
  if (!exploring) return real().pthread_rwlock_clockrdlock(lock, clock, until);
  return read_until(lock, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_rwlock_tryrdlock(pthread_rwlock_t* lock) {
  if (!exploring) return real().pthread_rwlock_tryrdlock(lock);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  return try_take_shared(object_of(lock, caller), caller) ? 0 : EBUSY;
}

int pthread_rwlock_wrlock(pthread_rwlock_t* lock) {
  if (!exploring) return real().pthread_rwlock_wrlock(lock);
  return write_until(lock, __builtin_return_address(0), kNever);
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock, const timespec* until) {
  if (!exploring) return real().pthread_rwlock_timedwrlock(lock, until);
  return write_until(lock, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock, const timespec* until) {
  if (!exploring) return real().pthread_rwlock_clockwrlock(lock, clock, until);
  return write_until(lock, __builtin_return_address(0), nanoseconds(*until));
}

int pthread_rwlock_trywrlock(pthread_rwlock_t* lock) {
  if (!exploring) return real().pthread_rwlock_trywrlock(lock);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  return try_take(object_of(lock, caller), caller) ? 0 : EBUSY;
}

int pthread_rwlock_unlock(pthread_rwlock_t* lock) {
  if (!exploring) return real().pthread_rwlock_unlock(lock);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  note_use(memory_of(lock), "unlocks", caller);  // one of several readers, whose unlocks nothing orders
  unlock(object_of(lock, caller), place_of(caller));
  return 0;
}

int pthread_rwlock_destroy(pthread_rwlock_t* lock) {
  if (!exploring) return real().pthread_rwlock_destroy(lock);
  const EngineScope scope;
  destroy(memory_of(lock), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
