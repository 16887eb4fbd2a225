#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

std::string_view name(OpKind kind) {
  switch (kind) {
    case OpKind::kBegin:
      return "begin";
    case OpKind::kEnd:
      return "end";
    case OpKind::kCreate:
      return "create thread";
    case OpKind::kJoin:
      return "join";
    case OpKind::kDetach:
      return "detach";
    case OpKind::kLock:
      return "lock";
    case OpKind::kTryLock:
      return "try_lock";
    case OpKind::kTrySharedLock:
      return "try_lock_shared";
    case OpKind::kUnlock:
      return "unlock";
    case OpKind::kSharedLock:
      return "lock_shared";
    case OpKind::kWait:
      return "wait";
    case OpKind::kWakeUp:
      return "wake up";
    case OpKind::kNotifyOne:
      return "notify_one";
    case OpKind::kNotifyAll:
      return "notify_all";
    case OpKind::kSemaphoreWait:
      return "sem_wait";
    case OpKind::kSemaphoreTry:
      return "sem_trywait";
    case OpKind::kSemaphorePost:
      return "sem_post";
    case OpKind::kFutexWait:
      return "atomic wait";
    case OpKind::kFutexWake:
      return "atomic notify";
    case OpKind::kOnce:
      return "call_once";
    case OpKind::kBarrier:
      return "barrier";
    case OpKind::kLoad:
      return "load";
    case OpKind::kStore:
      return "store";
    case OpKind::kReadModifyWrite:
      return "read-modify-write";
    case OpKind::kFence:
      return "fence";
    case OpKind::kYield:
      return "yield";
    case OpKind::kSleep:
      return "sleep";
    case OpKind::kRead:
      return "read";
    case OpKind::kWrite:
      return "write";
  }
  return {};
}

bool dependent(const Operation& a, const Operation& b) {
  // What these enable, they enable in every order.
  const auto alone = [](OpKind kind) {
    return kind == OpKind::kBegin || kind == OpKind::kFence || kind == OpKind::kYield;
  };
  if (a.kind == OpKind::kSleep && b.kind == OpKind::kSleep) return true;
  if (alone(a.kind) || alone(b.kind)) return false;
  // Threads get their numbers in the order of their creation.
  if (a.kind == OpKind::kCreate && b.kind == OpKind::kCreate) return true;
  const auto concerns = [](const Operation& operation, const void* object) {
    return object != nullptr && (operation.object == object || operation.also == object);
  };
  if (!concerns(a, b.object) && !concerns(a, b.also)) return false;
  return !(only_reads(a.kind) && only_reads(b.kind));
}

}  // namespace lockstep::explorer
