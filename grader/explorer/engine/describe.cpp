#include "explorer/engine/describe.h"

#include <array>
#include <cstdio>

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

std::string describe(ThreadId thread) { return std::string("thread ") + letter(thread); }

std::string describe(Engine& engine, const SyncObject& object) {
  int number = 0;
  bool met = false;
  engine.sync().for_each([&](const SyncObject& other) {
    if (met || other.kind != object.kind) return;
    ++number;
    met = &other == &object;
  });
  return std::string(noun(object.kind)) + " " + std::to_string(number);
}

std::string mark(Place place) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "{place:%x}", place);
  return text.data();
}

}  // namespace lockstep::explorer
