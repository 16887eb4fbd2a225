#pragma once

#include <string_view>

#include "explorer/model/sync_object.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// Memory of the program in which the C library keeps an object: a condition variable, a semaphore, a barrier.
struct ObjectMemory {
  void* address = nullptr;  ///< of 16 bytes at least
  SyncObject::Kind kind = SyncObject::Kind::kNone;
};

/// The running thread uses an object, in compiled code of the C library that no instrumented access shows. It must not
/// have been freed or destroyed, nor be so in another schedule.
/// \param verb    what it does with it: "notifies"
/// \param caller  the call returns there
void note_use(const ObjectMemory& memory, std::string_view verb, const void* caller);

/// The object ends here: nobody may use it until it is made anew.
void note_end(const ObjectMemory& memory, const void* caller);

}  // namespace lockstep::explorer
