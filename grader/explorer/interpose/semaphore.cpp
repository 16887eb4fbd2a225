// What stands in for the POSIX semaphores. The count stays where the C library keeps it, so that sem_init and
// sem_getvalue need no stand-in.

#include <cerrno>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/library/library_function.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

SyncObject& object_of(sem_t* semaphore) { return engine().sync().at(semaphore, SyncObject::Kind::kSemaphore); }

constinit auto next_sem_destroy = library_function(&::sem_destroy, "sem_destroy");

ObjectMemory memory_of(sem_t* semaphore) { return {.address = semaphore, .kind = SyncObject::Kind::kSemaphore}; }

Request request(OpKind kind, sem_t* semaphore, const void* caller, Time deadline = kNever) {
  const Place place = engine().place_of(caller);
  return {.operation = {.kind = kind, .place = place, .object = semaphore, .also = nullptr},
          .object = &object_of(semaphore),
          .deadline = deadline};
}

int wait_until(sem_t* semaphore, const void* caller, Time deadline) {
  const EngineScope scope;
  note_use(memory_of(semaphore), "waits for", caller);
  if (engine().perform(request(OpKind::kSemaphoreWait, semaphore, caller, deadline)) == Ending::kDone) return 0;
  errno = ETIMEDOUT;
  return -1;
}

}  // namespace

extern "C" {

int sem_wait(sem_t* semaphore) {
  if (!exploring) return real().sem_wait(semaphore);
  return wait_until(semaphore, __builtin_return_address(0), kNever);
}

int sem_timedwait(sem_t* semaphore, const timespec* until) {
  if (!exploring) return real().sem_timedwait(semaphore, until);
  return wait_until(semaphore, __builtin_return_address(0), nanoseconds(*until));
}

int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* until) {
  if (!exploring) return real().sem_clockwait(semaphore, clock, until);
  return wait_until(semaphore, __builtin_return_address(0), nanoseconds(*until));
}

int sem_trywait(sem_t* semaphore) {
  if (!exploring) return real().sem_trywait(semaphore);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  const Ending ending = engine().perform(request(OpKind::kSemaphoreTry, semaphore, caller),
                                         [&] { note_use(memory_of(semaphore), "tries", caller); });
  if (ending == Ending::kDone) return 0;
  errno = EAGAIN;
  return -1;
}

int sem_post(sem_t* semaphore) {
  if (!exploring) return real().sem_post(semaphore);
  const EngineScope scope;
  const void* const caller = __builtin_return_address(0);
  engine().perform(request(OpKind::kSemaphorePost, semaphore, caller),
                   [&] { note_use(memory_of(semaphore), "posts", caller); });
  return 0;
}

int sem_destroy(sem_t* semaphore) noexcept {
  if (!exploring) return next_sem_destroy(semaphore);
  const EngineScope scope;
  destroy(memory_of(semaphore), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
