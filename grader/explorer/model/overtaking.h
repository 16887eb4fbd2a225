#pragma once

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// The running thread has tried in vain to have what `object` stands for.
void note_failed_attempt(State& state, SyncObject& object);

/// Where there is a bypass bound.
void note_overtaken(State& state, SyncObject& object, std::uint64_t since);

/// The running thread, which began to want it at step `since`, has got what `object` stands for: those that came before
/// it were overtaken. More often than the bypass bound, that is starvation.
inline void count_overtaken(State& state, SyncObject& object, std::uint64_t since) {
  if (state.rules().bypass_bound) [[unlikely]]
    note_overtaken(state, object, since);
}

}  // namespace lockstep::explorer
