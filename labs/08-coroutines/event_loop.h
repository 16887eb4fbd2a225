#pragma once

#include <coroutine>
#include <stdexcept>
#include <stop_token>

#include "cancelled.h"
#include "clock.h"
#include "runner.h"
#include "task.h"

// Part 3: an event loop, and part 5: cancellation. Read README.md first.

class EventLoop;

/// What `sleep_for` and `sleep_until` give, to be awaited at once, and once.
class [[nodiscard]] Sleep {
 public:
  Sleep(EventLoop& loop, TimePoint time, std::stop_token stop);
  Sleep(const Sleep&) = delete;
  Sleep& operator=(const Sleep&) = delete;
  ~Sleep() = default;

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> sleeper);
  /// \throw Cancelled when a stop was requested before the time had come
  void await_resume();
};

/// What `resume_on(loop)` gives, to be awaited.
class [[nodiscard]] ResumeOnLoop {
 public:
  explicit ResumeOnLoop(EventLoop& loop);

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> coroutine);
  void await_resume() const noexcept {}
};

/// Lets many coroutines take turns on one thread. Each runs until it waits for something; meanwhile others run.
///
/// All functions may be called by any thread, at any time, from within a coroutine or not; `run` by one thread at a
/// time, and not from within what it runs. The loop is destroyed when nothing uses it any more. A coroutine that
/// sleeps, or was posted, must not be destroyed before it was resumed.
class EventLoop {
 public:
  /// \param clock  outlives the loop
  explicit EventLoop(Clock& clock);
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  /// Runs the task, and all that is posted or has slept, on the calling thread, until the task has ended. When nothing
  /// is to be done, waits by the clock. May be called again.
  /// \return the task's result, on the calling thread, also when the task has ended on another one
  /// \throw what the task throws
  template <class T>
  T run(Task<T> /*task*/) {
    throw std::logic_error("EventLoop::run is not written yet: see part 3 of README.md");
  }

  /// The loop's thread will resume the coroutine, in the order of the posts. If the loop waits, this wakes it.
  void post(std::coroutine_handle<> coroutine);

  [[nodiscard]] TimePoint now() const;

  /// Awaited, lets the coroutine sleep until the time has come, counted from this call; then the loop's thread resumes
  /// it. Sleepers wake up in the order of their times, and those of one time in the order in which they began to sleep.
  /// One whose time has come goes on, however often others become ready meanwhile. A coroutine whose time has come
  /// already lets those go first that are ready.
  ///
  /// A request to stop, from any thread, wakes the sleeper at once, and its time wakes it no more: it throws
  /// Cancelled, on the loop's thread, or at once if the request was there before the sleep. A request that comes after
  /// the sleep does nothing. When the time comes with the request, the sleeper is resumed once, with either end.
  /// \param duration  any; one that reaches beyond the clock's end is for ever, unless it is stopped
  Sleep sleep_for(Duration duration, std::stop_token stop = {});
  Sleep sleep_until(TimePoint time, std::stop_token stop = {});
};

/// Awaited, it moves the coroutine to the loop's thread, behind what is ready there.
ResumeOnLoop resume_on(EventLoop& loop);
