#include "explorer/model/words.h"

namespace lockstep::explorer {
namespace {

bool acquires(int order) { return order != kRelaxed && order != kRelease; }
bool releases(int order) { return order >= kRelease; }

/// A value that no instrumented code is known to have written may have been left by the C++ library, at the end of a
/// thread (a promise kept at thread exit): it was released with all that such threads have done. It leaves no 0, which
/// is what most atomics begin with.
bool may_be_left_by_the_library(const SyncObject& object, std::uint64_t value) {
  return object.value_known ? object.last_value != value : value != 0;
}

void release_by_leavers(State& state, SyncObject& object) {
  for (const Thread& thread : state.threads()) {
    if (thread.leaving) object.clock.join(thread.clock);
  }
}

}  // namespace

void read_word(State& state, const void* word, int order, std::uint64_t value) {
  SyncObject& object = word_at(state, word);
  if (may_be_left_by_the_library(object, value)) release_by_leavers(state, object);
  object.value_known = true;
  object.last_value = value;
  learn(state, order, object.clock);
}

void learn(State& state, int order, const VectorClock& released) {
  Thread& self = state.self();
  (acquires(order) ? self.clock : self.seen).join(released);
}

void write_word(State& state, const void* word, int order, std::uint64_t value, bool continues) {
  Thread& self = state.self();
  SyncObject& object = word_at(state, word);
  const VectorClock& given = releases(order) ? self.clock : self.released;
  if (continues) {
    object.clock.join(given);
  } else {
    object.clock.assign(given);
  }
  if (releases(order)) self.clock.tick(state.current());
  object.value_known = true;
  object.last_value = value;
}

void fence(State& state, int order) {
  Thread& self = state.self();
  if (acquires(order)) self.clock.join(self.seen);
  if (releases(order)) {
    self.released.assign(self.clock);
    self.clock.tick(state.current());
  }
}

void wait_for_word(State& state) {
  Thread& self = state.self();
  const Operation operation = state.next(state.current());
  if (*static_cast<const std::uint32_t*>(operation.object) != self.operand || self.may_not_sleep) {
    self.ending = Ending::kRefused;
    return state.only_read();
  }
  state.sleep_on(word_at(state, operation.object), self.sleeps_until);
}

void wake_waiters_for_word(State& state) {
  const Operation operation = state.next(state.current());
  const int most = static_cast<int>(state.self().operand);
  SyncObject& object = word_at(state, operation.object);
  object.last_notified_at = operation.place;
  if (object.waiters.empty()) ++object.notified_nobody;
  int woken = 0;
  for (; !object.waiters.empty() && woken < most; ++woken) {
    const bool all = object.waiters.size() <= most - woken;
    state.wake(object, all ? object.waiters.first() : state.choose_of(object.waiters));
  }
  if (woken > 0) state.made_progress();
  state.self().answer = static_cast<std::uint32_t>(woken);
}

}  // namespace lockstep::explorer
