#pragma once

#include <pthread.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "explorer/memory/vector_clock.h"
#include "explorer/model/sync_object.h"
#include "explorer/model/time.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// The loads of a thread since it last got on: what tells that it goes round a loop that waits for another thread.
class SpinWatch {
 public:
  /// \return how often the thread has seen just this before
  std::uint32_t observed(const void* object, Place place, std::uint64_t value) {
    for (Seen& seen : seen_) {
      if (seen.object != object || seen.place != place) continue;
      if (seen.value != value) {
        seen.value = value;
        seen.times = 0;
        return 0;
      }
      return ++seen.times;
    }
    seen_[next_++ % seen_.size()] = {object, place, 0, value};
    return 0;
  }

  void made_progress() {
    if (next_ == 0) return;
    seen_.fill({});
    next_ = 0;
  }

 private:
  struct Seen {
    const void* object = nullptr;
    Place place = 0;
    std::uint32_t times = 0;
    std::uint64_t value = 0;
  };
  std::array<Seen, 8> seen_{};
  std::size_t next_ = 0;
};

/// A load, and where among its thread's steps it came.
struct Look {
  const void* object = nullptr;
  const void* caller = nullptr;
  std::uint64_t step = 0;
  std::uint64_t value = 0;
  int times = 0;  ///< from this caller, with no step between
};

/// A thread of the explored program.
struct Thread {
  enum class State : std::uint8_t { kFree, kAlive, kEnded };

  State state = State::kFree;
  bool detached = false;
  bool waits = false;             ///< its next step waits for something: it can be made once that has come, or too late
  bool waits_timed = false;       ///< and it gives up at a deadline
  bool timed_out = false;         ///< the deadline of its wait was reached
  bool was_notified = false;      ///< its next step takes a mutex again, after a wait that ended
  bool continues = false;         ///< its operation goes on with a further step
  Ending ending = Ending::kDone;  ///< of its latest operation
  std::uint32_t operand = 0;      ///< of its next step: a count, or an expected value
  std::uint32_t answer = 0;       ///< what its latest operation gives back
  int relock_depth = 0;           ///< how often it had locked the mutex that it takes again
  Time sleeps_until = kNever;     ///< in the wait that it is about to begin
  bool may_fail = false;          ///< in its attempt to lock, although the lock is free
  bool may_not_sleep = false;     ///< in the wait for an atomic that it is about to begin, whatever the value
  std::uint32_t ignores_reads = 0;   ///< annotations that have begun and not ended: its reads are no part of a race
  std::uint32_t ignores_writes = 0;  ///< likewise
  bool leaving = false;              ///< its function has returned
  bool lets_others_go_on = false;    ///< main has called pthread_exit
  bool exits_program = false;        ///< it has called exit, and no other is left
  SyncObject* object = nullptr;      ///< what its next step concerns, where more is known of it than its address
  SyncObject* waits_for = nullptr;
  SyncObject* relocks = nullptr;    ///< the mutex that a wait on a condition variable takes again
  bool relocks_two = false;         ///< and then another one: it waits on a std::condition_variable_any
  std::uint64_t waiting_since = 0;  ///< the step
  ThreadId joins = -1;              ///< the thread that it waits for the end of
  Time deadline = kNever;
  VectorClock clock;
  VectorClock released;  ///< at its latest release fence
  VectorClock seen;      ///< by relaxed loads, for its next acquire fence
  SpinWatch spin;
  Look latest_look;
  const SyncObject* latest_lock = nullptr;  ///< that it took, and how often it has taken no other since
  std::uint32_t same_lock = 0;
  bool spins_before_it_waits = false;  ///< its latest look was in the library's loop, which looks a few times more
  std::uint64_t overtaken = 0;         ///< while it waits for what it waits for
  bool backs_off = false;              ///< it is in the library's own loop that takes several locks at once
  std::uint64_t failed_attempts =
      0;  ///< operations that got it nowhere: a try_lock that failed, the same value read again
  Place created_at = 0;
  std::span<std::byte> stack;

  // What the driver keeps of it.
  void* (*function)(void*) = nullptr;
  void* argument = nullptr;
  void* result = nullptr;
  void* function_end = nullptr;  ///< the end of its function can be jumped to
  pthread_t self{};
};

}  // namespace lockstep::explorer
