#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "outcome.h"

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

  Task(Task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    Task old(std::move(other));
    std::swap(coroutine_, old.coroutine_);
    return *this;
  }
  ~Task() {
    if (coroutine_) coroutine_.destroy();
  }

  /// `co_await std::move(task)` runs the body, on the thread that awaits. The awaiting coroutine goes on when the body
  /// has ended, on the thread on which it has.
  /// \return the result, moved out
  /// \throw what the body throws
  auto operator co_await() && noexcept { return Awaiter(coroutine_); }

 private:
  using Handle = std::coroutine_handle<Promise>;
  class Awaiter;
  struct AtTheEnd;

  explicit Task(Handle coroutine) : coroutine_(coroutine) {}

  Handle coroutine_;
};

/// Hands the thread on from the task that has ended to the coroutine that awaits it.
template <class T>
struct Task<T>::AtTheEnd {
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  // The caller resumes what this gives with a jump, and not with a call from within this one: so nothing stays on the
  // stack, however many tasks end one after the other.
  std::coroutine_handle<> await_suspend(Handle ended) const noexcept { return ended.promise().awaiting; }
  void await_resume() const noexcept {}
};

template <class T>
struct Task<T>::Promise : Returned<T> {
  Task get_return_object() { return Task(Handle::from_promise(*this)); }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  AtTheEnd final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { this->outcome.set_exception(std::current_exception()); }

  std::coroutine_handle<> awaiting;
};

template <class T>
class Task<T>::Awaiter {
 public:
  explicit Awaiter(Handle task) : task_(task) {}

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) const noexcept {
    task_.promise().awaiting = awaiting;
    return task_;
  }
  T await_resume() const { return task_.promise().outcome.take(); }

 private:
  Handle task_;
};
