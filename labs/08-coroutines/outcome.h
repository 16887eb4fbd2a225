#pragma once

#include <exception>
#include <utility>
#include <variant>

// Given: what a promise does with the result of its coroutine. It teaches little, and is long.

/// What a piece of work has ended with: nothing yet, a value, or an exception. No synchronisation of its own.
template <class T>
class Outcome {
 public:
  template <class U>
  void set_value(U&& value) {
    state_.template emplace<1>(std::forward<U>(value));
  }
  void set_exception(std::exception_ptr error) noexcept { state_.template emplace<2>(std::move(error)); }

  /// Moves the value out.
  /// \throw the exception, if it has ended with one
  /// \throw std::bad_variant_access when it has not ended
  T take() {
    if (const auto* error = std::get_if<2>(&state_)) std::rethrow_exception(*error);
    return std::get<1>(std::move(state_));
  }

 private:
  std::variant<std::monostate, T, std::exception_ptr> state_;
};

template <>
class Outcome<void> {
 public:
  void set_value() noexcept { ended_ = true; }
  void set_exception(std::exception_ptr error) noexcept { error_ = std::move(error); }

  void take() const {
    if (error_) std::rethrow_exception(error_);
    if (!ended_) throw std::bad_variant_access();
  }

 private:
  std::exception_ptr error_;
  bool ended_ = false;
};

/// A base for a promise: has the function that `co_return` calls, whether there is a value or not, and keeps the
/// outcome.
template <class T>
struct Returned {
  template <class U>
  void return_value(U&& value) {
    outcome.set_value(std::forward<U>(value));
  }

  Outcome<T> outcome;
};

template <>
struct Returned<void> {
  void return_void() noexcept { outcome.set_value(); }

  Outcome<void> outcome;
};
