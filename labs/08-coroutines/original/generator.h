#pragma once

#include <coroutine>
#include <cstddef>
#include <iterator>
#include <stdexcept>

// Part 1: a generator. Read README.md first.

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

  Generator(Generator&& other) noexcept;
  Generator& operator=(Generator&& other) noexcept;
  /// Destroys the coroutine's frame, however far the body came, and what it holds.
  ~Generator();  // NOLINT(performance-trivially-destructible): yours has something to destroy

  /// Runs to the first value. To be called once.
  /// \throw what the body throws
  Iterator begin();

  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }
};

/// The compiler calls these functions at the places of the body that their names say.
template <class T>
struct Generator<T>::Promise {
  Generator get_return_object() {
    throw std::logic_error("Generator::Promise is not written yet: see part 1 of README.md");
  }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  std::suspend_always yield_value(const T& /*value*/) { return {}; }
  void return_void() const noexcept {}
  void unhandled_exception() {}
};

/// An input iterator.
template <class T>
class Generator<T>::Iterator {
 public:
  using value_type = T;
  using difference_type = std::ptrdiff_t;

  /// The object that the body has yielded, itself: no copy.
  const T& operator*() const noexcept;

  /// Runs to the next value, or to the end.
  /// \throw what the body throws
  Iterator& operator++();
  void operator++(int) { ++*this; }

  /// Whether the body has ended.
  friend bool operator==(const Iterator& at, std::default_sentinel_t /*end*/) noexcept { return at.at_end(); }

 private:
  [[nodiscard]] bool at_end() const noexcept;
};

template <class T>
Generator<T>::Generator(Generator&& /*other*/) noexcept {}

template <class T>
Generator<T>& Generator<T>::operator=(Generator&& /*other*/) noexcept {
  return *this;
}

template <class T>
Generator<T>::~Generator() = default;

template <class T>
typename Generator<T>::Iterator Generator<T>::begin() {
  throw std::logic_error("Generator::begin is not written yet: see part 1 of README.md");
}

template <class T>
const T& Generator<T>::Iterator::operator*() const noexcept {
  static const T nothing{};
  return nothing;
}

template <class T>
typename Generator<T>::Iterator& Generator<T>::Iterator::operator++() {
  throw std::logic_error("Generator::Iterator::operator++ is not written yet: see part 1 of README.md");
}

template <class T>
bool Generator<T>::Iterator::at_end() const noexcept {
  return true;
}
