#pragma once

#include <cstdint>

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// Semaphores: the running thread makes each of these steps. The count stands at the beginning of the semaphore's own
/// memory.

[[nodiscard]] inline std::uint32_t& count_of(const void* semaphore) {
  return *static_cast<std::uint32_t*>(const_cast<void*>(semaphore));
}

/// The thread has waited until the count was above 0; or its deadline has come.
void count_down(State& state);

/// It does not wait.
void try_count_down(State& state);

void count_up(State& state);

}  // namespace lockstep::explorer
