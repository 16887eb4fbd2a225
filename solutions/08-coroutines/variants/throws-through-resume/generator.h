#pragma once

#include <coroutine>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>

/// A sequence that a coroutine makes, a value each time that one is asked for:
///
///     Generator<int> count() { for (int i = 0;; ++i) co_yield i; }
///     for (const int i : count()) { if (i == 3) break; }
///
/// The body runs on the thread that asks: to the first `co_yield` in `begin`, to the next one in `++`, and never
/// further. It awaits nothing. A generator that was moved from may be destroyed or assigned to, and nothing else.
template <class T>
class Generator {
 public:
  struct Promise;
  using promise_type = Promise;  // the name that the compiler looks for
  class Iterator;

  Generator(Generator&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  Generator& operator=(Generator&& other) noexcept {
    Generator old(std::move(other));
    std::swap(coroutine_, old.coroutine_);
    return *this;
  }
  /// Destroys the coroutine's frame, however far the body came, and what it holds.
  ~Generator() {
    if (coroutine_) coroutine_.destroy();
  }

  /// Runs to the first value. To be called once.
  /// \throw what the body throws
  Iterator begin() {
    Iterator first(coroutine_.promise());
    ++first;
    return first;
  }

  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  using Handle = std::coroutine_handle<Promise>;

  explicit Generator(Handle coroutine) : coroutine_(coroutine) {}

  Handle coroutine_;
};

template <class T>
struct Generator<T>::Promise {
  Generator get_return_object() { return Generator(Handle::from_promise(*this)); }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  // What is yielded lives, also as a temporary, until the body goes on: its address is enough.
  std::suspend_always yield_value(const T& value) noexcept {
    current = std::addressof(value);
    return {};
  }
  void return_void() const noexcept {}
  [[noreturn]] void unhandled_exception() const { throw; }  // out of resume(), to the one that asks

  const T* current = nullptr;
};

/// An input iterator.
template <class T>
class Generator<T>::Iterator {
 public:
  using value_type = T;
  using difference_type = std::ptrdiff_t;

  /// The object that the body has yielded, itself: no copy.
  const T& operator*() const noexcept { return *promise_->current; }

  /// Runs to the next value, or to the end.
  /// \throw what the body throws
  Iterator& operator++() {
    Handle::from_promise(*promise_).resume();
    return *this;
  }
  void operator++(int) { ++*this; }

  /// Whether the body has ended.
  friend bool operator==(const Iterator& at, std::default_sentinel_t /*end*/) noexcept {
    return Handle::from_promise(*at.promise_).done();
  }

 private:
  friend Generator;
  explicit Iterator(Promise& promise) : promise_(&promise) {}

  Promise* promise_;
};
