#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace lockstep::predict {

/// CPU time or virtual time, in nanoseconds.
using Nanoseconds = std::uint64_t;

/// An event of a recording: its thread, and its number there.
struct EventId {
  std::uint32_t thread = 0;
  std::uint32_t index = 0;

  friend bool operator==(const EventId&, const EventId&) = default;
  friend bool operator<(const EventId& a, const EventId& b) {
    return std::tie(a.thread, a.index) < std::tie(b.thread, b.index);
  }
};

/// What a thread did at a synchronisation, and the work that it did before.
struct Event {
  enum class Kind : std::uint8_t {
    kStep,        ///< nothing but what `after` and `idle` say
    kLock,        ///< gets a lock for itself, when it is free
    kLockShared,  ///< gets it together with other readers
    kUnlock,      ///< gives it back, as owner or as reader
  };

  Nanoseconds work = 0;  ///< CPU time of the segment since the thread's event before
  Nanoseconds idle = 0;  ///< asleep after that
  Kind kind = Kind::kStep;
  std::uint32_t lock = 0;  ///< of the three last kinds: its index in `Recording::locks`
  std::optional<EventId> after =
      std::nullopt;    ///< another thread's event that must have happened: its making, a notification ...
  Nanoseconds at = 0;  ///< when it happened in the recording, in virtual time
};

/// A run of a program: what each thread did, and what had to wait for what. That one thread got a lock before another
/// is no such thing: it could have been otherwise.
struct Recording {
  struct Thread {
    std::vector<Event> events;  ///< the first one, without work, is its beginning; not empty
  };
  struct Lock {
    std::string name;  ///< for a person: what it is, and where it was locked first
  };

  std::vector<Thread> threads;  ///< the first runs the program; the others begin `after` the event that makes them
  std::vector<Lock> locks;

  [[nodiscard]] const Event& at(EventId id) const { return threads[id.thread].events[id.index]; }
};

}  // namespace lockstep::predict
