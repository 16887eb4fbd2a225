// What stands in for the POSIX semaphores. The count stays where the C library keeps it, so that sem_init and
// sem_getvalue need no stand-in.

#include <cerrno>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/locks.h"
#include "explorer/interpose/real.h"

namespace lockstep::explorer {
namespace {

std::uint32_t& count_of(sem_t* semaphore) { return *reinterpret_cast<std::uint32_t*>(semaphore); }

SyncObject& object_of(sem_t* semaphore) { return engine().sync().at(semaphore, SyncObject::Kind::kSemaphore); }

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
  if (count_of(semaphore) == 0) {
    run.failed_attempt();
    if (run.self().spin.observed(semaphore, 0, 0)) run.deprioritise();
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
  SyncObject& object = object_of(semaphore);
  ++count_of(semaphore);
  object.clock.join(run.self().clock);
  run.self().clock.tick(run.current());
  run.enable(object.waiters);
  run.made_progress();
  return 0;
}
}

}  // namespace lockstep::explorer
