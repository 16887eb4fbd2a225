// What stands in for the barriers of the C library. Who is still missing stands in the barrier's own memory, as the
// counts of semaphores do, so that a barrier needs no place of its own in the explorer.

#include <pthread.h>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/library/library_function.h"
#include "explorer/library/real.h"
#include "explorer/model/barrier.h"

namespace lockstep::explorer {
namespace {

constinit auto next_barrier_init = library_function(&::pthread_barrier_init, "pthread_barrier_init");
constinit auto next_barrier_destroy = library_function(&::pthread_barrier_destroy, "pthread_barrier_destroy");

static_assert(sizeof(Barrier) <= sizeof(pthread_barrier_t));

Barrier& state_of(pthread_barrier_t* barrier) { return *reinterpret_cast<Barrier*>(barrier); }

ObjectMemory memory_of(pthread_barrier_t* barrier) { return {.address = barrier, .kind = SyncObject::Kind::kBarrier}; }

/// What the C library has written there when the barrier was made before the exploration began.
struct LibraryBarrier {
  unsigned arrived;
  unsigned round;
  unsigned parties;
};

int arrive(pthread_barrier_t* barrier, const void* caller) {
  Engine& run = engine();
  const Operation operation{
      .kind = OpKind::kBarrier, .place = run.place_of(caller), .object = barrier, .also = nullptr};
  run.perform({.operation = operation, .object = &run.sync().at(barrier, SyncObject::Kind::kBarrier)}, [&] {
    note_use(memory_of(barrier), "waits at", caller);
    Barrier& state = state_of(barrier);
    if (state.made != Barrier::kMade) state = {.parties = reinterpret_cast<LibraryBarrier*>(barrier)->parties};
  });
  return run.self().answer == 1 ? PTHREAD_BARRIER_SERIAL_THREAD : 0;
}

}  // namespace

extern "C" {

int pthread_barrier_init(pthread_barrier_t* __restrict barrier, const pthread_barrierattr_t* __restrict attributes,
                         unsigned count) noexcept {
  if (!exploring || count == 0) return next_barrier_init(barrier, attributes, count);
  state_of(barrier) = {.parties = count};
  return 0;
}

int pthread_barrier_wait(pthread_barrier_t* barrier) noexcept {
  if (!exploring) return real().pthread_barrier_wait(barrier);
  const EngineScope scope;
  return arrive(barrier, __builtin_return_address(0));
}

int pthread_barrier_destroy(pthread_barrier_t* barrier) noexcept {
  if (!exploring) return next_barrier_destroy(barrier);
  const EngineScope scope;
  destroy(memory_of(barrier), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
