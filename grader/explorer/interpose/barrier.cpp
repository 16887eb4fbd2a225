// What stands in for the barriers of the C library. Who is still missing stands in the barrier's own memory, as the
// counts of semaphores do, so that a barrier needs no place of its own in the explorer.

#include <pthread.h>

#include <bit>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/library_function.h"
#include "explorer/interpose/lifetime.h"
#include "explorer/interpose/locks.h"
#include "explorer/interpose/real.h"

namespace lockstep::explorer {
namespace {

constinit auto next_barrier_init = library_function(&::pthread_barrier_init, "pthread_barrier_init");
constinit auto next_barrier_destroy = library_function(&::pthread_barrier_destroy, "pthread_barrier_destroy");

/// In the memory of a pthread_barrier_t that was made while the explorer looked on.
struct Barrier {
  std::uint32_t made = kMade;
  unsigned parties = 0;
  unsigned arrived = 0;

  static constexpr std::uint32_t kMade = 0xBA22'1E25;
};
static_assert(sizeof(Barrier) <= sizeof(pthread_barrier_t));

Barrier& state_of(pthread_barrier_t* barrier) { return *reinterpret_cast<Barrier*>(barrier); }

ObjectMemory memory_of(pthread_barrier_t* barrier) { return {.address = barrier, .kind = SyncObject::Kind::kBarrier}; }

/// What the C library has written there when the barrier was made before the exploration began.
struct LibraryBarrier {
  unsigned arrived;
  unsigned round;
  unsigned parties;
};

/// The last one to arrive lets all go on, and each then knows what all others did before.
int arrive_last(Barrier& state, SyncObject& object) {
  Engine& run = engine();
  state.arrived = 0;
  run.self().clock.join(object.clock);
  for (ThreadSet rest = object.waiters; rest != 0; rest &= rest - 1) {
    run.thread(std::countr_zero(rest)).clock.join(object.clock);
  }
  object.clock.clear();
  run.enable(object.waiters);
  object.waiters = 0;
  run.made_progress();
  return PTHREAD_BARRIER_SERIAL_THREAD;
}

int arrive(pthread_barrier_t* barrier, const void* caller) {
  Engine& run = engine();
  const Place place = run.place_of(caller);
  run.step({.kind = OpKind::kBarrier, .place = place, .object = barrier, .also = nullptr});
  note_use(memory_of(barrier), "waits at", caller);
  SyncObject& object = run.sync().at(barrier, SyncObject::Kind::kBarrier);
  Barrier& state = state_of(barrier);
  if (state.made != Barrier::kMade) state = {.parties = reinterpret_cast<LibraryBarrier*>(barrier)->parties};
  object.clock.join(run.self().clock);
  run.self().clock.tick(run.current());
  if (++state.arrived == state.parties) return arrive_last(state, object);
  run.made_progress();
  object.waiters |= only(run.current());
  run.wait({.kind = OpKind::kWakeUp, .place = place, .object = barrier, .also = nullptr}, &object, kNever, false);
  return 0;
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
  if (SyncObject* object = engine().sync().find(barrier)) {
    destroy(*object, engine().place_of(__builtin_return_address(0)));
  }
  note_end(memory_of(barrier), __builtin_return_address(0));
  return 0;
}
}

}  // namespace lockstep::explorer
