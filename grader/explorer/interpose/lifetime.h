#pragma once

#include <cstddef>
#include <string_view>

#include "explorer/model/sync_object.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// Memory of the program in which the C library keeps an object: a lock, a condition variable, a semaphore, a barrier.
struct ObjectMemory {
  void* address = nullptr;
  SyncObject::Kind kind = SyncObject::Kind::kNone;
  std::size_t size = 16;  ///< of it are looked at
};

/// The running thread uses an object, in compiled code of the C library that no instrumented access shows. It must not
/// have been freed or destroyed, nor be so in another schedule.
/// \param verb    what it does with it: "notifies"
/// \param caller  the call returns there
void note_use(const ObjectMemory& memory, std::string_view verb, const void* caller);

/// The lock in this memory, which the running thread is about to use. The first thread that uses a lock finds out
/// whether its memory is one still, as with `note_use`.
SyncObject& lock_in(const ObjectMemory& memory, const void* caller);

/// The memory of a mutex ends here: the thread that unlocked it last must have done so before, in every schedule.
/// \pre nobody holds it or waits for it
void note_end_of_mutex(const SyncObject& mutex, Place place);

/// The object ends here: nobody may use it until it is made anew.
void note_end(const ObjectMemory& memory, const void* caller);

}  // namespace lockstep::explorer
