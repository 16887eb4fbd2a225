// What stands in for the spin locks of the C library. A thread that spins gets nowhere until the lock is free, so it
// waits, as it does for a mutex.

#include <pthread.h>

#include <cerrno>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/library/library_function.h"

namespace lockstep::explorer {
namespace {

constinit auto next_spin_lock = library_function(&::pthread_spin_lock, "pthread_spin_lock");
constinit auto next_spin_trylock = library_function(&::pthread_spin_trylock, "pthread_spin_trylock");
constinit auto next_spin_unlock = library_function(&::pthread_spin_unlock, "pthread_spin_unlock");
constinit auto next_spin_destroy = library_function(&::pthread_spin_destroy, "pthread_spin_destroy");

ObjectMemory memory_of(pthread_spinlock_t* lock) {
  return {.address = const_cast<int*>(lock), .kind = SyncObject::Kind::kMutex, .size = sizeof *lock};
}

SyncObject& spin_lock_at(pthread_spinlock_t* lock, const void* caller) { return lock_in(memory_of(lock), caller); }

}  // namespace

// pthread_spin_init only writes to the lock, and stays the C library's.
extern "C" {

int pthread_spin_lock(pthread_spinlock_t* lock) noexcept {
  if (!exploring) return next_spin_lock(lock);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  take(spin_lock_at(lock, caller), engine().place_of(caller), kNever);
  return 0;
}

int pthread_spin_trylock(pthread_spinlock_t* lock) noexcept {
  if (!exploring) return next_spin_trylock(lock);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  return try_take(spin_lock_at(lock, caller), caller) ? 0 : EBUSY;
}

int pthread_spin_unlock(pthread_spinlock_t* lock) noexcept {
  if (!exploring) return next_spin_unlock(lock);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  unlock(spin_lock_at(lock, caller), engine().place_of(caller));
  return 0;
}

int pthread_spin_destroy(pthread_spinlock_t* lock) noexcept {
  if (!exploring) return next_spin_destroy(lock);
  const EngineScope scope;
  destroy(memory_of(lock), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
