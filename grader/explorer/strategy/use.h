#pragma once

#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// Whether an operation may see what another thread did to its object, and whether another may see what it did.
struct Use {
  bool reads = false;
  bool writes = false;

  [[nodiscard]] bool any() const { return reads || writes; }
};

/// A lock is both, of the mutex: it sees the critical section before. What lets go of it is neither: it must come.
[[nodiscard]] constexpr Use use_of(OpKind kind) {
  switch (kind) {
    case OpKind::kLoad:
    case OpKind::kRead:
    case OpKind::kSharedLock:
    case OpKind::kTrySharedLock:
    case OpKind::kWait:
    case OpKind::kFutexWait:
      return {.reads = true, .writes = false};
    case OpKind::kStore:
    case OpKind::kWrite:
    case OpKind::kNotifyOne:
    case OpKind::kNotifyAll:
    case OpKind::kSemaphorePost:
    case OpKind::kFutexWake:
      return {.reads = false, .writes = true};
    case OpKind::kReadModifyWrite:
    case OpKind::kLock:
    case OpKind::kTryLock:
    case OpKind::kSemaphoreWait:
    case OpKind::kSemaphoreTry:
    case OpKind::kOnce:
      return {.reads = true, .writes = true};
    default:
      return {};
  }
}

}  // namespace lockstep::explorer
