// What stands in for the POSIX semaphores. The count stays where the C library keeps it, so that sem_init and
// sem_getvalue need no stand-in.

#include <cerrno>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/library_function.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/interpose/real.h"

namespace lockstep::explorer {
namespace {

std::uint32_t& count_of(sem_t* semaphore) { return *reinterpret_cast<std::uint32_t*>(semaphore); }

SyncObject& object_of(sem_t* semaphore) { return engine().sync().at(semaphore, SyncObject::Kind::kSemaphore); }

constinit auto next_sem_destroy = library_function(&::sem_destroy, "sem_destroy");

ObjectMemory memory_of(sem_t* semaphore) { return {.address = semaphore, .kind = SyncObject::Kind::kSemaphore}; }

void count_down(sem_t* semaphore, SyncObject& object) {
  Engine& run = engine();
  object.waiters &= ~only(run.current());
  if (--count_of(semaphore) == 0) run.disable(object.waiters);
  run.self().clock.join(object.clock);
  run.made_progress();
}

int wait_until(sem_t* semaphore, const void* caller, Time deadline) {
  const EngineScope scope;
  Engine& run = engine();
  note_use(memory_of(semaphore), "waits for", caller);
  SyncObject& object = object_of(semaphore);
  object.waiters |= only(run.current());
  const Operation operation{
      .kind = OpKind::kSemaphoreWait, .place = run.place_of(caller), .object = semaphore, .also = nullptr};
  if (!run.wait(operation, &object, deadline, count_of(semaphore) > 0)) {
    errno = ETIMEDOUT;
    return -1;
  }
  count_down(semaphore, object);
  return 0;
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
  Engine& run = engine();
  const Place place = run.place_of(__builtin_return_address(0));
  run.step({.kind = OpKind::kSemaphoreWait, .place = place, .object = semaphore, .also = nullptr});
  note_use(memory_of(semaphore), "tries", __builtin_return_address(0));
  if (count_of(semaphore) == 0) {
    run.only_read();
    run.failed_attempt();
    run.looked_again(run.self().spin.observed(semaphore, 0, 0));
    errno = EAGAIN;
    return -1;
  }
  count_down(semaphore, object_of(semaphore));
  return 0;
}

int sem_post(sem_t* semaphore) {
  if (!exploring) return real().sem_post(semaphore);
  const EngineScope scope;
  Engine& run = engine();
  const Place place = run.place_of(__builtin_return_address(0));
  run.step({.kind = OpKind::kSemaphorePost, .place = place, .object = semaphore, .also = nullptr});
  note_use(memory_of(semaphore), "posts", __builtin_return_address(0));
  SyncObject& object = object_of(semaphore);
  ++count_of(semaphore);
  object.clock.join(run.self().clock);
  run.self().clock.tick(run.current());
  run.enable(object.waiters);
  run.made_progress();
  return 0;
}

int sem_destroy(sem_t* semaphore) noexcept {
  if (!exploring) return next_sem_destroy(semaphore);
  const EngineScope scope;
  if (SyncObject* object = engine().sync().find(semaphore)) {
    destroy(*object, engine().place_of(__builtin_return_address(0)));
  }
  note_end(memory_of(semaphore), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
