#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"
#include "explorer/strategy/random_source.h"

namespace lockstep::explorer {

/// An operation in words that mean the same in another schedule: what it is, where in the program, and which of its
/// thread's operations on its object. Threads that run the same code have the same events.
using Event = std::uint64_t;

inline constexpr Event kInitialValue = 0;  ///< in place of a write: nobody has written before
inline constexpr ThreadId kAnyThread = -1;

/// Which reads of an object have seen which writes, and which could.
class ReadFrom {
 public:
  struct Pair {
    Event read = 0;
    Event write = kInitialValue;
    std::uint32_t count = 0;  ///< how often it was seen or drawn
  };

  explicit ReadFrom(const void* object) : object_(object) {}

  void begin_schedule();

  /// \param operation  of the thread, on this object, and one that reads or writes it
  [[nodiscard]] Event event_of(ThreadId thread, const Operation& operation) const;

  /// The thread makes the operation.
  void note(ThreadId thread, const Operation& operation);

  /// At least two threads use it, and one of them writes.
  [[nodiscard]] bool is_shared() const { return !users_.has_one() && writes_.size() > 1 && !pairs_.empty(); }

  /// Of two pairs drawn at random, the one that came up less often; there is at least one.
  [[nodiscard]] Pair draw(RandomSource& random);

  [[nodiscard]] const void* object() const { return object_; }
  [[nodiscard]] const ThreadSet& users() const { return users_; }

  /// The latest write of this schedule, and whose it is.
  [[nodiscard]] Event latest() const { return latest_; }
  [[nodiscard]] ThreadId writer() const { return writer_; }

 private:
  void add_read(Event read);
  void add_write(Event write);
  [[nodiscard]] bool has_read(Event read) const;

  const void* object_;
  ThreadSet users_;
  std::vector<Event> writes_{kInitialValue};
  std::vector<Pair> pairs_;  ///< each read that is known with each write

  Event latest_ = kInitialValue;
  ThreadId writer_ = kAnyThread;
  std::unordered_map<ThreadId, std::uint32_t> uses_;  ///< in this schedule
};

}  // namespace lockstep::explorer
