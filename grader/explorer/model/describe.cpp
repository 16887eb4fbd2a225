#include "explorer/model/describe.h"

namespace lockstep::explorer {
namespace {

std::string_view noun(SyncObject::Kind kind) {
  switch (kind) {
    case SyncObject::Kind::kMutex:
      return "mutex";
    case SyncObject::Kind::kReadWriteLock:
      return "shared mutex";
    case SyncObject::Kind::kCondition:
      return "condition variable";
    case SyncObject::Kind::kSemaphore:
      return "semaphore";
    case SyncObject::Kind::kWord:
      return "atomic";
    case SyncObject::Kind::kOnce:
      return "once flag";
    case SyncObject::Kind::kBarrier:
      return "barrier";
    case SyncObject::Kind::kNone:
      break;
  }
  return "object";
}

}  // namespace

std::string describe(State& state, const SyncObject& object) {
  int number = 0;
  bool met = false;
  state.sync().for_each([&](const SyncObject& other) {
    if (met || other.kind != object.kind) return;
    ++number;
    met = &other == &object;
  });
  return std::string(noun(object.kind)) + " " + std::to_string(number);
}

}  // namespace lockstep::explorer
