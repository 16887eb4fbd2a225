#include "explorer/model/overtaking.h"

#include "explorer/model/describe.h"

namespace lockstep::explorer {

void note_failed_attempt(State& state, SyncObject& object) {
  state.failed_attempt();
  if (!state.rules().bypass_bound || object.triers.contains(state.current())) return;
  object.triers.insert(state.current());
  state.self().waiting_since = state.steps();
  state.self().overtaken = 0;
  state.touch_queue(object);
}

void note_overtaken(State& state, SyncObject& object, std::uint64_t since) {
  state.touch_queue(object);
  if (object.triers.contains(state.current())) since = state.self().waiting_since;
  object.triers.erase(state.current());
  for (const ThreadId id : object.waiters | object.triers) {
    Thread& overtaken = state.thread(id);
    if (overtaken.waiting_since >= since || ++overtaken.overtaken <= *state.rules().bypass_bound) continue;
    state.report({.kind = FindingKind::kStarvation,
                  .message = "Starvation: " + describe(id) + " waits for " + describe(state, object) + " at " +
                             mark(state.next(id).place) + " and was overtaken " + std::to_string(overtaken.overtaken) +
                             " times by threads that came later. The bound is " +
                             std::to_string(*state.rules().bypass_bound) + ".",
                  .places = {state.next(id).place},
                  .address = 0});
  }
}

}  // namespace lockstep::explorer
