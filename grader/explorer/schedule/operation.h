#pragma once

#include <cstdint>
#include <string_view>

namespace lockstep::explorer {

/// What a thread can do that another can notice.
enum class OpKind : std::uint8_t {
  kBegin,
  kEnd,
  kCreate,
  kJoin,
  kDetach,
  kLock,
  kTryLock,
  kTrySharedLock,
  kUnlock,
  kSharedLock,
  kWait,
  kWakeUp,
  kNotifyOne,
  kNotifyAll,
  kSemaphoreWait,
  kSemaphoreTry,
  kSemaphorePost,
  kFutexWait,
  kFutexWake,
  kOnce,
  kBarrier,
  kLoad,
  kStore,
  kReadModifyWrite,
  kFence,
  kYield,
  kSleep,
  kPrint,
  kRead,
  kWrite,
  kHappensBefore,
  kHappensAfter,
};

/// Where in the program: an offset from the first address of the executable's image; 0 when it is elsewhere.
using Place = std::uint32_t;

/// How an operation ended.
enum class Ending : std::uint8_t {
  kDone,
  kRefused,  ///< an attempt that failed: the lock is not free, the value is another one
  kTimedOut
};

/// A visible operation.
struct Operation {
  OpKind kind = OpKind::kBegin;
  std::uint8_t size = 1;  ///< bytes of the object that it concerns
  Place place = 0;
  const void* object = nullptr;  ///< the mutex, condition variable, atomic ... that it concerns
  const void* also = nullptr;    ///< a second one: the mutex that a wait lets go of
};

/// The operation in source terms, for example "lock".
[[nodiscard]] std::string_view name(OpKind kind);

/// Whether an operation of this kind never changes the object that it concerns.
[[nodiscard]] constexpr bool only_reads(OpKind kind) {
  return kind == OpKind::kLoad || kind == OpKind::kRead || kind == OpKind::kHappensAfter;
}

/// Whether the order of two operations of different threads may make a difference, before they are made.
[[nodiscard]] bool dependent(const Operation& a, const Operation& b);

}  // namespace lockstep::explorer
