#pragma once

#include <cstdint>

#include "explorer/model/sync_object.h"
#include "explorer/model/time.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// What a thread asks for: an operation, with all that the model has to know of it.
struct Request {
  Operation operation;
  SyncObject* object = nullptr;  ///< what it concerns; of a wait on a condition variable, that
  Time deadline = kNever;        ///< of a wait
  std::uint32_t operand = 0;     ///< of a wait for an atomic, the value seen; of its notification, how many to wake
  ThreadId joins = -1;           ///< of a join
  bool may_fail = false;         ///< of an attempt to lock: also when the lock is free
  bool may_not_sleep = false;    ///< of a wait for an atomic: it ends at once, whatever the value
};

}  // namespace lockstep::explorer
