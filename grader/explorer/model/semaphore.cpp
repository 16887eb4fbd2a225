#include "explorer/model/semaphore.h"

namespace lockstep::explorer {
namespace {

void take_one(State& state) {
  SyncObject& semaphore = *state.self().object;
  semaphore.waiters.erase(state.current());
  if (--count_of(semaphore.address) == 0) state.block(semaphore.waiters);
  state.self().clock.join(semaphore.clock);
  state.made_progress();
}

}  // namespace

void count_down(State& state) {
  if (!state.self().timed_out) take_one(state);
}

void try_count_down(State& state) {
  const void* const semaphore = state.next(state.current()).object;
  if (count_of(semaphore) > 0) return take_one(state);
  state.refuse("fails: the count is 0");
  state.failed_attempt();
  state.looked_again(state.self().spin.observed(semaphore, 0, 0));
}

void count_up(State& state) {
  SyncObject& semaphore = *state.self().object;
  ++count_of(semaphore.address);
  semaphore.clock.join(state.self().clock);
  state.self().clock.tick(state.current());
  state.make_ready(semaphore.waiters);
  state.made_progress();
}

}  // namespace lockstep::explorer
