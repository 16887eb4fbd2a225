#pragma once

#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

// Given: tasks, as lab 08 builds them, and the way from a function that is no coroutine to a task.

/// What a task has ended with: nothing yet, a value, or an exception.
template <class T>
class Outcome {
 public:
  template <class U>
  void return_value(U&& value) {
    value_.emplace(std::forward<U>(value));
  }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }

  /// Moves the value out.
  /// \throw the exception, if it has ended with one; std::logic_error when it has not ended
  T take() {
    if (error_) std::rethrow_exception(error_);
    if (!value_) throw std::logic_error("the task has not ended");
    return std::move(*value_);
  }

 private:
  std::optional<T> value_;
  std::exception_ptr error_;
};

template <>
class Outcome<void> {
 public:
  void return_void() noexcept { ended_ = true; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }

  void take() const {
    if (error_) std::rethrow_exception(error_);
    if (!ended_) throw std::logic_error("the task has not ended");
  }

 private:
  bool ended_ = false;
  std::exception_ptr error_;
};

/// A computation that begins when it is awaited, once, and gives its result to the coroutine that awaits it. It owns
/// the coroutine's frame. `co_await std::move(task)`, or `co_await function()`.
template <class T = void>
class [[nodiscard]] Task {
 public:
  struct promise_type : Outcome<T> {  // NOLINT(readability-identifier-naming): the language knows it by this name
    struct AtTheEnd {
      [[nodiscard]] bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> ended) const noexcept {
        return ended.promise().awaiting;
      }
      void await_resume() const noexcept {}
    };

    Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    AtTheEnd final_suspend() const noexcept { return {}; }

    std::coroutine_handle<> awaiting;
  };

  Task(Task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    Task old(std::move(other));
    std::swap(coroutine_, old.coroutine_);
    return *this;
  }
  ~Task() {
    if (coroutine_) coroutine_.destroy();
  }

  auto operator co_await() && noexcept { return Awaiter{coroutine_}; }

 private:
  struct Awaiter {
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) const noexcept {
      task.promise().awaiting = awaiting;
      return task;
    }
    T await_resume() const { return task.promise().take(); }

    std::coroutine_handle<promise_type> task;
  };

  explicit Task(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}

  std::coroutine_handle<promise_type> coroutine_;
};

/// Awaits the task, and keeps what it ends with. Throws nothing.
template <class T>
Task<> keep(Task<T> task, Outcome<T>& outcome) {
  try {
    if constexpr (std::is_void_v<T>) {
      co_await std::move(task);
      outcome.return_void();
    } else {
      T value = co_await std::move(task);
      outcome.return_value(std::move(value));
    }
  } catch (...) {
    outcome.unhandled_exception();
  }
}

/// A coroutine that nobody awaits: it begins at once, and destroys its frame when it ends.
struct Started {
  struct promise_type {  // NOLINT(readability-identifier-naming): likewise
    Started get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }
  };
};

/// Begins the task, on the calling thread. Returns when the task has ended, or waits for something.
/// \param task   one that throws nothing: an exception ends the program. Its frame is destroyed when it has ended
/// \param ended  is called then, on the thread on which the task has ended
inline Started start(Task<> task, std::function<void()> ended) {
  {
    Task<> body = std::move(task);
    co_await std::move(body);
  }  // what the task held is gone before it counts as ended
  ended();
}
