// What stands in for the condition variables of the C library.

#include <cerrno>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

SyncObject& object_of(pthread_cond_t* condition) { return engine().sync().at(condition, SyncObject::Kind::kCondition); }

ObjectMemory memory_of(pthread_cond_t* condition) {
  return {.address = condition, .kind = SyncObject::Kind::kCondition};
}

int wait_until(pthread_cond_t* condition, pthread_mutex_t* mutex, const void* caller, Time deadline) {
  Engine& run = engine();
  note_use(memory_of(condition), "waits on", caller);
  const Operation operation{.kind = OpKind::kWait, .place = run.place_of(caller), .object = condition, .also = mutex};
  const Ending ending = run.perform({.operation = operation, .object = &object_of(condition), .deadline = deadline});
  return ending == Ending::kTimedOut ? ETIMEDOUT : 0;
}

int notify(pthread_cond_t* condition, OpKind kind, const void* caller) {
  Engine& run = engine();
  const Operation operation{.kind = kind, .place = run.place_of(caller), .object = condition, .also = nullptr};
  run.perform({.operation = operation, .object = &object_of(condition)},
              [&] { note_use(memory_of(condition), "notifies", caller); });
  return 0;
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
  return notify(condition, OpKind::kNotifyOne, __builtin_return_address(0));
}

int pthread_cond_broadcast(pthread_cond_t* condition) {
  if (!exploring) return real().pthread_cond_broadcast(condition);
  const EngineScope scope;
  return notify(condition, OpKind::kNotifyAll, __builtin_return_address(0));
}

int pthread_cond_destroy(pthread_cond_t* condition) {
  if (!exploring) return real().pthread_cond_destroy(condition);
  const EngineScope scope;
  destroy(memory_of(condition), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
