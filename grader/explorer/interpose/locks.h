#pragma once

#include "explorer/engine/engine.h"
#include "explorer/interpose/lifetime.h"

namespace lockstep::explorer {

/// Takes a lock for the running thread alone, when it has come to be free. \return false when `deadline` came first
bool take(SyncObject& lock, Place place, Time deadline);

/// Takes it when it is free at this point. Where the standard lets that fail even so (std::mutex::try_lock), it may.
bool try_take(SyncObject& lock, const void* caller);

/// Takes it together with other readers.
bool take_shared(SyncObject& lock, Place place, Time deadline);
bool try_take_shared(SyncObject& lock, const void* caller);

/// Lets go of it, as owner or as reader; misuse is a finding.
void unlock(SyncObject& lock, Place place);

/// The memory of a lock, or of another object, ends here. Held or waited for, that is a finding, and so it is when
/// nothing orders it after the last unlock of a mutex.
void destroy(SyncObject& object, Place place);

/// The same where the program calls for it: from here on, the object's memory says that it is gone.
void destroy(const ObjectMemory& memory, const void* caller);

}  // namespace lockstep::explorer
