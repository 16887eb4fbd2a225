#pragma once

#include <coroutine>
#include <exception>
#include <memory>
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

  Task(Task&&) noexcept = default;
  Task& operator=(Task&&) noexcept = default;
  ~Task() = default;

  /// `co_await std::move(task)` runs the body, on the thread that awaits. The awaiting coroutine goes on when the body
  /// has ended, on the thread on which it has.
  /// \return the result, moved out
  /// \throw what the body throws
  auto operator co_await() && noexcept { return Awaiter(std::move(frame_)); }

 private:
  using Handle = std::coroutine_handle<Promise>;
  struct Destroy {
    void operator()(Promise* promise) const { Handle::from_promise(*promise).destroy(); }
  };
  using Frame = std::unique_ptr<Promise, Destroy>;
  class Awaiter;

  explicit Task(Promise& promise) : frame_(&promise) {}

  Frame frame_;
};

template <class T>
struct Task<T>::Promise : Returned<T> {
  struct HandOn {
    [[nodiscard]] bool await_ready() noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> /*ended*/) noexcept { return next; }
    void await_resume() noexcept {}

    std::coroutine_handle<> next;
  };

  Task get_return_object() { return Task(*this); }
  std::suspend_always initial_suspend() noexcept { return {}; }
  HandOn final_suspend() noexcept { return {awaiting}; }
  void unhandled_exception() { this->outcome.set_exception(std::current_exception()); }

  std::coroutine_handle<> awaiting;
};

template <class T>
class Task<T>::Awaiter {
 public:
  explicit Awaiter(Frame frame) : frame_(std::move(frame)) {}

  [[nodiscard]] bool await_ready() { return false; }
  Handle await_suspend(std::coroutine_handle<> awaiting) {
    frame_->awaiting = awaiting;
    return Handle::from_promise(*frame_);
  }
  T await_resume() {
    const Frame ended = std::move(frame_);
    return ended->outcome.take();
  }

 private:
  Frame frame_;
};
