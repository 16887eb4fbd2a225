#include "explorer/interpose/locks.h"

#include "explorer/model/locks.h"

namespace lockstep::explorer {
namespace {

bool perform(OpKind kind, SyncObject& lock, Place place, Time deadline = kNever) {
  const Operation operation{.kind = kind, .place = place, .object = lock.address, .also = nullptr};
  return engine().perform({.operation = operation, .object = &lock, .deadline = deadline}) == Ending::kDone;
}

bool may_fail_spuriously(const void* caller) {
  const auto& may_fail = engine().places().may_fail_spuriously;
  if (may_fail == nullptr || engine().rules().spurious_budget == 0) return false;
  const auto known = may_fail({Engine::call_at(caller)});
  return known ? *known : may_fail(own_stack()).value_or(false);
}

bool attempt(OpKind kind, SyncObject& lock, const void* caller) {
  const Operation operation{.kind = kind, .place = engine().place_of(caller), .object = lock.address, .also = nullptr};
  return engine().perform({.operation = operation, .object = &lock, .may_fail = may_fail_spuriously(caller)}) ==
         Ending::kDone;
}

}  // namespace

bool take(SyncObject& lock, Place place, Time deadline) { return perform(OpKind::kLock, lock, place, deadline); }

bool take_shared(SyncObject& lock, Place place, Time deadline) {
  return perform(OpKind::kSharedLock, lock, place, deadline);
}

bool try_take(SyncObject& lock, const void* caller) { return attempt(OpKind::kTryLock, lock, caller); }

bool try_take_shared(SyncObject& lock, const void* caller) { return attempt(OpKind::kTrySharedLock, lock, caller); }

void unlock(SyncObject& lock, Place place) { perform(OpKind::kUnlock, lock, place); }

void destroy(SyncObject& object, Place place) {
  if (auto wrong = wrong_to_destroy(engine(), object, place)) engine().fail(std::move(*wrong));
  if (object.kind == SyncObject::Kind::kMutex && place != 0) note_end_of_mutex(object, place);
  engine().sync().remove(object);
}

void destroy(const ObjectMemory& memory, const void* caller) {
  if (SyncObject* object = engine().sync().find(memory.address)) destroy(*object, engine().place_of(caller));
  note_end(memory, caller);
}

}  // namespace lockstep::explorer
