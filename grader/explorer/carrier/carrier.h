#pragma once

#include <pthread.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// The context of the engine itself, between schedules.
inline constexpr ThreadId kEngineContext = kMaxThreads;

/// What carries the threads of the explored program. One runs at a time; the engine says which.
class Carrier {
 public:
  /// Runs a thread. Ends by `switch_away`, never by returning.
  using Entry = void (*)(ThreadId thread);

  virtual ~Carrier() = default;

  /// Makes `thread` ready: it begins with the carrier's entry when it is first switched to.
  virtual void prepare(ThreadId thread) = 0;

  /// Goes on with `to`. Returns when somebody switches back to `from`.
  virtual void switch_to(ThreadId from, ThreadId to) = 0;

  /// Ends `from`, which is not gone on with, and goes on with `to`.
  [[noreturn]] virtual void leave(ThreadId from, ThreadId to) = 0;

  /// Drops a thread that is somewhere in the middle. It is never gone on with.
  virtual void abandon(ThreadId thread) = 0;

  /// Runs the destructors of the running thread's thread-local variables: the last thing before `leave`.
  virtual void run_destructors() = 0;

  /// What pthread_self() gives in `thread`.
  [[nodiscard]] virtual pthread_t self(ThreadId thread) const = 0;

  [[nodiscard]] virtual std::span<std::byte> stack(ThreadId thread) const = 0;

  /// Whether schedules can be run in a child of fork() as well.
  [[nodiscard]] virtual bool survives_fork() const = 0;

  [[nodiscard]] virtual std::string_view name() const = 0;
};

/// User-level fibres, each with a thread-local block of its own: a switch takes about 10 ns.
/// \return nothing where the C library or the processor does not offer what they need
[[nodiscard]] std::unique_ptr<Carrier> make_fibres(Carrier::Entry entry);

/// Real threads that hand on a token: slow, and everywhere.
[[nodiscard]] std::unique_ptr<Carrier> make_threads(Carrier::Entry entry);

}  // namespace lockstep::explorer
