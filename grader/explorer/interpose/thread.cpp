// What stands in for the making and ending of threads.

#include <algorithm>
#include <cerrno>
#include <climits>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/finding/wording.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/thread_calls.h"
#include "explorer/library/library_function.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

bool is_detached(const pthread_attr_t* attributes) {
  int state = PTHREAD_CREATE_JOINABLE;
  if (attributes != nullptr) pthread_attr_getdetachstate(attributes, &state);
  return state == PTHREAD_CREATE_DETACHED;
}

[[noreturn]] void too_many(Place place) {
  engine().fail({.kind = FindingKind::kUnsupported,
                 .message = "One thread more than the " + std::to_string(kMaxThreads) +
                            " that the explorer can follow at the same time is created at " + mark(place) +
                            ". Explore with fewer threads: a bug among many shows among few.",
                 .places = {place},
                 .address = 0});
}

constinit auto next_timedjoin = library_function(&::pthread_timedjoin_np, "pthread_timedjoin_np");
constinit auto next_clockjoin = library_function(&::pthread_clockjoin_np, "pthread_clockjoin_np");
constinit auto next_tryjoin = library_function(&::pthread_tryjoin_np, "pthread_tryjoin_np");

int join_until(pthread_t thread, void** result, Time deadline, const void* caller) {
  const EngineScope scope;
  Engine& run = engine();
  const auto id = run.find(thread);
  if (!id || run.thread(*id).detached) return id ? EINVAL : ESRCH;
  if (*id == run.current()) return EDEADLK;
  Thread& joined = run.thread(*id);
  const Operation operation{.kind = OpKind::kJoin, .place = run.place_of(caller), .object = &joined, .also = nullptr};
  const Ending ending = run.perform({.operation = operation, .deadline = deadline, .joins = *id});
  if (run.tracing()) run.annotate(describe(*id));
  if (ending == Ending::kTimedOut) return ETIMEDOUT;
  run.self().clock.join(joined.clock);
  run.made_progress();
  if (result != nullptr) *result = joined.result;
  run.release_number(*id);
  return 0;
}

}  // namespace

extern "C" {

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*function)(void*), void* argument) {
  if (!exploring) return real().pthread_create(thread, attributes, function, argument);
  const EngineScope scope;
  Engine& run = engine();
  const Place place = run.place_of(__builtin_return_address(0));
  run.step({.kind = OpKind::kCreate, .place = place, .object = nullptr, .also = nullptr});
  const ThreadId id = run.create(function, argument, is_detached(attributes), place);
  if (id < 0) too_many(place);
  if (run.tracing()) run.annotate(describe(id));
  run.made_progress();
  *thread = run.thread(id).self;
  return 0;
}

int pthread_join(pthread_t thread, void** result) {
  if (!exploring) return real().pthread_join(thread, result);
  return join_until(thread, result, kNever, __builtin_return_address(0));
}

int pthread_timedjoin_np(pthread_t thread, void** result, const timespec* until) {
  if (!exploring) return next_timedjoin(thread, result, until);
  return join_until(thread, result, nanoseconds(*until), __builtin_return_address(0));
}

int pthread_clockjoin_np(pthread_t thread, void** result, clockid_t clock, const timespec* until) {
  if (!exploring) return next_clockjoin(thread, result, clock, until);
  return join_until(thread, result, nanoseconds(*until), __builtin_return_address(0));
}

int pthread_tryjoin_np(pthread_t thread, void** result) noexcept {
  if (!exploring) return next_tryjoin(thread, result);
  const int error = join_until(thread, result, 0, __builtin_return_address(0));
  return error == ETIMEDOUT ? EBUSY : error;
}

int pthread_detach(pthread_t thread) {
  if (!exploring) return real().pthread_detach(thread);
  const EngineScope scope;
  Engine& run = engine();
  const auto id = run.find(thread);
  if (!id) return ESRCH;
  run.thread(*id).detached = true;
  if (run.thread(*id).state == Thread::State::kEnded) run.release_number(*id);
  return 0;
}

// ---- Keys of thread-specific data. The values stay where the C library keeps them, in each thread's own block; its
// code for the end of a thread, which runs their destructors, never sees the end of a fibre.

namespace {

struct Key {
  bool used = false;
  void (*destructor)(void*) = nullptr;
};
constinit Key keys[PTHREAD_KEYS_MAX];
constinit pthread_key_t keys_end = 0;  ///< one past the last that was ever used

}  // namespace

int pthread_key_create(pthread_key_t* key, void (*destructor)(void*)) {
  const int failed = real().pthread_key_create(key, destructor);
  if (failed == 0) {
    keys[*key] = {true, destructor};
    keys_end = std::max(keys_end, *key + 1);
  }
  return failed;
}

int pthread_key_delete(pthread_key_t key) {
  if (key < PTHREAD_KEYS_MAX) keys[key] = {};
  return real().pthread_key_delete(key);
}
}

void run_key_destructors() {
  for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS; ++round) {
    bool again = false;
    for (pthread_key_t key = 0; key < keys_end; ++key) {
      if (!keys[key].used) continue;
      void* value = pthread_getspecific(key);
      if (value == nullptr) continue;
      pthread_setspecific(key, nullptr);
      if (keys[key].destructor == nullptr) continue;
      keys[key].destructor(value);
      again = true;
    }
    if (!again) return;
  }
}

}  // namespace lockstep::explorer
