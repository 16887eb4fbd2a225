#include "explorer/model/barrier.h"

namespace lockstep::explorer {
namespace {

/// The last one to arrive lets all go on, and each then knows what all others did before.
void arrive_last(State& state, Barrier& barrier, SyncObject& object) {
  barrier.arrived = 0;
  state.self().clock.join(object.clock);
  for (const ThreadId waiting : object.waiters) state.thread(waiting).clock.join(object.clock);
  object.clock.clear();
  state.make_ready(object.waiters);
  object.waiters = {};
  state.made_progress();
}

}  // namespace

void arrive(State& state) {
  const Operation operation = state.next(state.current());
  Barrier& barrier = *static_cast<Barrier*>(const_cast<void*>(operation.object));
  SyncObject& object = *state.self().object;
  object.clock.join(state.self().clock);
  state.self().clock.tick(state.current());
  const bool last = ++barrier.arrived == barrier.parties;
  state.self().answer = last ? 1 : 0;
  if (last) return arrive_last(state, barrier, object);
  state.made_progress();
  state.sleep_on(object, kNever);
}

}  // namespace lockstep::explorer
