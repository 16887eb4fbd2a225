#pragma once

#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "outcome.h"
#include "task.h"

// Given: the way from a function that is no coroutine to a task, and from one coroutine to several tasks at once.

/// Awaits the task, and keeps what it ends with. Throws nothing.
template <class T>
Task<> keep(Task<T> task, Outcome<T>& outcome) {
  try {
    if constexpr (std::is_void_v<T>) {
      co_await std::move(task);
      outcome.set_value();
    } else {
      T value = co_await std::move(task);
      outcome.set_value(std::move(value));
    }
  } catch (...) {
    outcome.set_exception(std::current_exception());
  }
}

/// Runs a task that no coroutine awaits. Owns it: the frames are destroyed with the runner, which must not happen while
/// the task waits for something.
class Runner {
 public:
  using Ended = std::function<std::coroutine_handle<>()>;

  /// \param task  one that throws nothing, as `keep` gives it
  explicit Runner(Task<> task);

  /// Begins the task, on the calling thread. Returns when the task has ended, or waits for something. To be called
  /// once.
  /// \param ended  is called when the task has ended, on the thread on which it has; the coroutine that it gives is
  ///               resumed then, on the same thread. The runner may be destroyed as soon as `ended` has been called,
  ///               also before it returns.
  void start(Ended ended);

 private:
  struct Promise;
  struct Body;
  struct Destroy {
    void operator()(void* frame) const;
  };
  static Body body(Task<> task);

  std::unique_ptr<void, Destroy> frame_;
};
