#pragma once

#include "explorer/engine/engine.h"

namespace lockstep::explorer {

/// Takes a lock for the running thread alone, when it has come to be free. \return false when `deadline` came first
bool take(SyncObject& lock, Place place, Time deadline);

/// Takes it when it is free at this point.
bool try_take(SyncObject& lock, Place place);

/// Takes it together with other readers.
bool take_shared(SyncObject& lock, Place place, Time deadline);
bool try_take_shared(SyncObject& lock, Place place);

/// Lets go of it, as owner or as reader; misuse is a finding.
void unlock(SyncObject& lock, Place place);

/// The same as a part of another operation, without a step of its own.
void release(SyncObject& lock);

/// The lock is the running thread's from here on; it is free.
void acquire(SyncObject& lock, Place place);

/// The lock's memory ends here: held or waited for, that is a finding.
void destroy(SyncObject& lock, Place place);

/// The running thread has tried in vain to have what `object` stands for.
void note_failed_attempt(SyncObject& object);

/// The running thread, which began to want it at step `since`, has got what `object` stands for: those who came before
/// it were overtaken. More often than the bypass bound, that is starvation.
void count_overtaken(SyncObject& object, std::uint64_t since);

[[noreturn]] void misuse(std::string message, std::vector<Place> places);

}  // namespace lockstep::explorer
