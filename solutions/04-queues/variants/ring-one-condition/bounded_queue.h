#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

/// A queue between threads that holds at most `capacity` items: a producer waits while it is full, a consumer waits
/// while it is empty. First in, first out.
///
/// Items need only be movable. When an item's move throws, the exception reaches the caller and nothing is lost: not
/// the item, which stays where it was, not a place in the queue, and not the notification of another waiting thread.
///
/// After `close` no item gets in, the items inside can still be popped, and no thread waits.
///
/// Thread-safe. A waiting thread sleeps until it has something to do, and is woken at once. Destroy the queue only when
/// no thread uses it any more; that moves none of the items inside.
template <class T>
class BoundedQueue {
 public:
  /// \param capacity  the largest number of items inside
  /// \throw std::invalid_argument when it is 0
  explicit BoundedQueue(std::size_t capacity) : places_(capacity) {
    if (capacity == 0) throw std::invalid_argument("the capacity must not be 0");
  }

  BoundedQueue(const BoundedQueue&) = delete;
  BoundedQueue& operator=(const BoundedQueue&) = delete;

  /// Waits until there is a place or the queue is closed.
  /// \return whether the item is inside; false: the queue is closed, and `item` is as it was
  [[nodiscard]] bool push(T&& item);

  /// Does not wait for a place.
  /// \return whether the item is inside; false: the queue is full or closed, and `item` is as it was
  [[nodiscard]] bool try_push(T&& item);

  /// Waits until there is a place, the queue is closed, or the timeout expires.
  /// \param timeout  any value: with 0 or less it does not wait, with milliseconds::max() it waits as long as it takes
  /// \return whether the item is inside; false: `item` is as it was
  [[nodiscard]] bool push_for(T&& item, std::chrono::milliseconds timeout);

  /// Waits until there is an item or the queue is closed.
  /// \return the oldest item inside; nothing: the queue is closed and empty
  [[nodiscard]] std::optional<T> pop();

  /// Does not wait for an item.
  /// \return the oldest item inside; nothing: the queue is empty
  [[nodiscard]] std::optional<T> try_pop();

  /// Waits until there is an item, the queue is closed, or the timeout expires.
  /// \param timeout  as for push_for
  /// \return the oldest item inside; nothing: the queue is empty
  [[nodiscard]] std::optional<T> pop_for(std::chrono::milliseconds timeout);

  /// From now on no item gets in. Wakes all waiting threads. You may close twice.
  void close();

 private:
  using Clock = std::chrono::steady_clock;

  bool put_until(T& item, const Clock::time_point* end);
  std::optional<T> take_until(const Clock::time_point* end);
  template <class Condition>
  void wait_until(std::unique_lock<std::mutex>& lock, const Clock::time_point* end, const Condition& condition);
  static Clock::time_point after(std::chrono::milliseconds timeout);

  std::mutex mutex_;
  std::condition_variable changed_;       // one for all, so always for all
  std::vector<std::optional<T>> places_;  // guarded by mutex_
  std::size_t first_ = 0;                 // guarded by mutex_
  std::size_t count_ = 0;                 // guarded by mutex_
  bool closed_ = false;                   // guarded by mutex_
};

template <class T>
bool BoundedQueue<T>::push(T&& item) {
  return put_until(item, nullptr);
}

template <class T>
bool BoundedQueue<T>::try_push(T&& item) {
  return push_for(std::move(item), std::chrono::milliseconds(0));
}

template <class T>
bool BoundedQueue<T>::push_for(T&& item, std::chrono::milliseconds timeout) {
  const auto end = after(timeout);
  return put_until(item, &end);
}

template <class T>
std::optional<T> BoundedQueue<T>::pop() {
  return take_until(nullptr);
}

template <class T>
std::optional<T> BoundedQueue<T>::try_pop() {
  return pop_for(std::chrono::milliseconds(0));
}

template <class T>
std::optional<T> BoundedQueue<T>::pop_for(std::chrono::milliseconds timeout) {
  const auto end = after(timeout);
  return take_until(&end);
}

template <class T>
void BoundedQueue<T>::close() {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

/// \param end  nullptr: never
template <class T>
template <class Condition>
void BoundedQueue<T>::wait_until(std::unique_lock<std::mutex>& lock, const Clock::time_point* end,
                                 const Condition& condition) {
  while (!condition()) {
    if (end == nullptr) {
      changed_.wait(lock);
    } else if (Clock::now() >= *end || changed_.wait_until(lock, *end) == std::cv_status::timeout) {
      return;
    }
  }
}

template <class T>
typename BoundedQueue<T>::Clock::time_point BoundedQueue<T>::after(std::chrono::milliseconds timeout) {
  constexpr std::chrono::milliseconds kCentury = std::chrono::hours(24 * 365 * 100);
  return Clock::now() + std::clamp(timeout, std::chrono::milliseconds(0), kCentury);
}

template <class T>
bool BoundedQueue<T>::put_until(T& item, const Clock::time_point* end) {
  {
    std::unique_lock lock(mutex_);
    wait_until(lock, end, [this] { return closed_ || count_ < places_.size(); });
    if (closed_ || count_ == places_.size()) return false;
    places_[(first_ + count_) % places_.size()].emplace(std::move(item));
    ++count_;
  }
  changed_.notify_all();
  return true;
}

template <class T>
std::optional<T> BoundedQueue<T>::take_until(const Clock::time_point* end) {
  std::optional<T> item;
  {
    std::unique_lock lock(mutex_);
    wait_until(lock, end, [this] { return closed_ || count_ > 0; });
    if (count_ == 0) return item;
    item.emplace(std::move(*places_[first_]));
    places_[first_].reset();
    first_ = (first_ + 1) % places_.size();
    --count_;
  }
  changed_.notify_all();
  return item;
}
