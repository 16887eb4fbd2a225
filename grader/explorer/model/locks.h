#pragma once

#include <optional>

#include "explorer/model/state.h"

namespace lockstep::explorer {

/// Mutexes, read-write locks and once flags. The running thread makes each of these steps.

[[nodiscard]] inline bool is_free(const SyncObject& lock) { return lock.owner < 0 && lock.readers.empty(); }

/// The thread has waited for the lock, and has it now; or its deadline has come.
void lock(State& state, Place place);
void lock_shared(State& state);

/// It gets the lock when that is free, and does not wait.
void try_lock(State& state, Place place);
void try_lock_shared(State& state);

/// Its owner locks it once more: a recursive one counts that, with a plain one it is a mistake.
void lock_again(State& state, SyncObject& lock, Place place);

/// \return whether the thread goes on holding it, or does not hold it, which is a mistake: no step is made
[[nodiscard]] bool unlock_without_step(State& state, SyncObject& lock, Place place);

/// Lets go of it, as owner or as reader.
void release(State& state, SyncObject& lock);

/// The lock is the thread's from here on; it is free.
void acquire(State& state, SyncObject& lock, Place place);

/// What is wrong when the memory of a lock, or of another object, ends here: it is held or waited for.
[[nodiscard]] std::optional<RawFinding> wrong_to_destroy(State& state, const SyncObject& object, Place place);

}  // namespace lockstep::explorer
