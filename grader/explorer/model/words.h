#pragma once

#include <cstdint>

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// What the running thread's atomic operations tell it and others, and its waits for atomics. The values themselves
/// are the program's.

/// C++20 [atomics.order], by the numbers that compilers use.
enum Order : int { kRelaxed, kConsume, kAcquire, kRelease, kAcquireRelease, kSequential };

[[nodiscard]] inline SyncObject& word_at(State& state, const void* word) {
  return state.sync().at(word, SyncObject::Kind::kWord);
}

/// It has read `value`.
void read_word(State& state, const void* word, int order, std::uint64_t value);

/// It has read what was stored with this clock: it learns that now, or at its next acquire fence.
void learn(State& state, int order, const VectorClock& released);

/// It writes `value`, and with it what `order` says.
/// \param continues  a read-modify-write: what is released before it stays so (a release sequence)
void write_word(State& state, const void* word, int order, std::uint64_t value, bool continues);

void fence(State& state, int order);

/// It sleeps on the word at the step's object until it is notified, or until the deadline.
/// The request's operand is the value that it expects: when another one is there, it does not sleep.
void wait_for_word(State& state);

/// Wakes at most as many as the request's operand says; its `answer` is how many.
void wake_waiters_for_word(State& state);

}  // namespace lockstep::explorer
