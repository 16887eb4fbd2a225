#pragma once

#include <coroutine>
#include <stdexcept>

#include "outcome.h"

// Part 2: a task. Read README.md first.

/// A computation that begins when it is awaited, and gives its result to the coroutine that awaits it:
///
///     Task<int> half(int n) { if (n % 2 != 0) throw std::domain_error("odd"); co_return n / 2; }
///     Task<int> quarter(int n) { const int h = co_await half(n); co_return co_await half(h); }
///
/// It is awaited at most once. It owns its coroutine's frame, which is destroyed once: when the task is, at the latest.
/// A task that was moved from may be destroyed or assigned to, and nothing else. Tasks that await each other need no
/// stack: compiled with -O2, a million may be nested, and a million may be awaited one after the other.
template <class T = void>
class [[nodiscard]] Task {
 public:
  struct Promise;
  using promise_type = Promise;  // the name that the compiler looks for

  Task(Task&& other) noexcept;
  Task& operator=(Task&& other) noexcept;
  ~Task();  // NOLINT(performance-trivially-destructible): yours has something to destroy

  /// `co_await std::move(task)` runs the body, on the thread that awaits. The awaiting coroutine goes on when the body
  /// has ended, on the thread on which it has.
  /// \return the result, moved out
  /// \throw what the body throws
  auto operator co_await() && noexcept { return Awaiter(); }

 private:
  class Awaiter;
};

/// The compiler calls these functions at the places of the body that their names say. `Returned` has the one for
/// `co_return`.
template <class T>
struct Task<T>::Promise : Returned<T> {
  Task get_return_object() { throw std::logic_error("Task::Promise is not written yet: see part 2 of README.md"); }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  void unhandled_exception() {}
};

/// What `co_await` asks: whether to wait at all, what to do when the coroutine has been suspended, and what the result
/// is.
template <class T>
class Task<T>::Awaiter {
 public:
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> /*awaiting*/) const {}
  T await_resume() const { throw std::logic_error("Task::Awaiter is not written yet: see part 2 of README.md"); }
};

template <class T>
Task<T>::Task(Task&& /*other*/) noexcept {}

template <class T>
Task<T>& Task<T>::operator=(Task&& /*other*/) noexcept {
  return *this;
}

template <class T>
Task<T>::~Task() = default;
