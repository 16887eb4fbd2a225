// What stands in for pthread_once, and so for std::call_once, and for the guards of static locals.

#include <dlfcn.h>
#include <threads.h>

#include <vector>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/locks.h"
#include "explorer/interpose/statics.h"
#include "explorer/library/real.h"
#include "explorer/model/locks.h"

namespace lockstep::explorer {
namespace {

constexpr int kOnceDone = 2;  // what glibc writes into a pthread_once_t

using Guard = std::int64_t;

bool initialised(const Guard* guard) { return *reinterpret_cast<const char*>(guard) != 0; }

/// What a library initialises for itself is not explored: it happens once in a process, not once in a schedule.
bool of_a_library(const void* caller) { return image().place(caller) == 0; }

/// Waits until nobody initialises it. The running thread then is the one that does, unless it was done.
SyncObject& begin(const void* flag, const void* caller) {
  SyncObject& object = engine().sync().at(flag, SyncObject::Kind::kOnce);
  take(object, engine().place_of(caller), kNever);
  return object;
}

int run_once(pthread_once_t* flag, void (*initialise)(), const void* caller) {
  if (!exploring) return real().pthread_once(flag, initialise);
  const EngineScope scope;
  if (of_a_library(caller)) return real().pthread_once(flag, initialise);
  SyncObject& object = begin(flag, caller);
  if (*flag != kOnceDone) {
    exploring = true;
    try {
      initialise();
    } catch (...) {
      exploring = false;
      release(engine(), object);
      throw;  // the next caller tries again
    }
    exploring = false;
    *flag = kOnceDone;
  }
  release(engine(), object);
  return 0;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// The C++ library's own, for guards outside an exploration.
struct RealGuards {
  int (*acquire)(Guard*) = next<int (*)(Guard*)>("__cxa_guard_acquire");
  void (*release)(Guard*) = next<void (*)(Guard*)>("__cxa_guard_release");
  void (*abort)(Guard*) = next<void (*)(Guard*)>("__cxa_guard_abort");
};

const RealGuards real_guards;

/// What the running schedule has initialised, in order.
struct Statics {
  struct Destructor {
    void (*function)(void*);
    void* object;
  };
  std::vector<Guard*> guards;
  std::vector<Destructor> destructors;
};

Statics& statics() {
  static auto* the_statics = new Statics;  // outlives all: exit() calls destructors when this would be gone
  return *the_statics;
}

}  // namespace

void undo_static_locals(bool whole) {
  std::vector<Statics::Destructor> destructors = std::move(statics().destructors);
  statics().destructors.clear();
  for (auto destructor = destructors.rbegin(); whole && destructor != destructors.rend(); ++destructor) {
    destructor->function(destructor->object);
  }
  for (Guard* guard : statics().guards) *guard = 0;
  statics().guards.clear();
}

extern "C" {

int pthread_once(pthread_once_t* flag, void (*initialise)()) {
  return run_once(flag, initialise, __builtin_return_address(0));
}

void call_once(once_flag* flag, void (*initialise)()) {
  static_assert(sizeof(once_flag) == sizeof(pthread_once_t), "the C library uses one for the other");
  run_once(reinterpret_cast<pthread_once_t*>(flag), initialise, __builtin_return_address(0));
}

int __cxa_guard_acquire(Guard* guard) {
  if (!exploring || of_a_library(__builtin_return_address(0))) {
    return real_guards.acquire != nullptr ? real_guards.acquire(guard) : (initialised(guard) ? 0 : 1);
  }
  const EngineScope scope;
  SyncObject& object = begin(guard, __builtin_return_address(0));
  if (!initialised(guard)) return 1;
  release(engine(), object);
  return 0;
}

void __cxa_guard_release(Guard* guard) noexcept {
  if (!exploring || of_a_library(__builtin_return_address(0))) {
    if (real_guards.release != nullptr) return real_guards.release(guard);
    *reinterpret_cast<char*>(guard) = 1;
    return;
  }
  const EngineScope scope;
  *reinterpret_cast<char*>(guard) = 1;
  statics().guards.push_back(guard);
  release(engine(), engine().sync().at(guard, SyncObject::Kind::kOnce));
}

int __cxa_atexit(void (*function)(void*), void* object, void* module) noexcept {
  if (exploring && !of_a_library(__builtin_return_address(0))) {
    const EngineScope scope;
    statics().destructors.push_back({function, object});
    return 0;
  }
  static const auto real_atexit = next<int (*)(void (*)(void*), void*, void*)>("__cxa_atexit");
  return real_atexit(function, object, module);
}

void __cxa_guard_abort(Guard* guard) noexcept {
  if (!exploring || of_a_library(__builtin_return_address(0))) {
    if (real_guards.abort != nullptr) real_guards.abort(guard);
    return;
  }
  const EngineScope scope;
  release(engine(), engine().sync().at(guard, SyncObject::Kind::kOnce));
}
}

}  // namespace lockstep::explorer
