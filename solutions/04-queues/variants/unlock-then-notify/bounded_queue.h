#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <queue>
#include <stdexcept>
#include <utility>

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
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {
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
  void take_first(std::optional<T>& item);

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::queue<T> items_;  // guarded by mutex_
  bool closed_ = false;  // guarded by mutex_
};

template <class T>
bool BoundedQueue<T>::push(T&& item) {
  std::unique_lock lock(mutex_);
  not_full_.wait(lock, [&] { return closed_ || items_.size() < capacity_; });
  if (closed_) return false;
  try {
    items_.push(std::move(item));
  } catch (...) {
    not_full_.notify_one();
    throw;
  }
  lock.unlock();
  not_empty_.notify_one();
  return true;
}

template <class T>
bool BoundedQueue<T>::try_push(T&& item) {
  {
    const std::scoped_lock lock(mutex_);
    if (closed_ || items_.size() == capacity_) return false;
    items_.push(std::move(item));
  }
  not_empty_.notify_one();
  return true;
}

template <class T>
bool BoundedQueue<T>::push_for(T&& item, std::chrono::milliseconds timeout) {
  const auto now = std::chrono::steady_clock::now();
  const auto hours = std::chrono::hours(24 * 365);
  const auto end = now + std::clamp<std::chrono::milliseconds>(timeout, std::chrono::milliseconds(0), hours);
  std::unique_lock lock(mutex_);
  if (!not_full_.wait_until(lock, end, [&] { return closed_ || items_.size() < capacity_; })) return false;
  if (closed_) return false;
  try {
    items_.push(std::move(item));
  } catch (...) {
    not_full_.notify_one();
    throw;
  }
  not_empty_.notify_one();
  return true;
}

template <class T>
std::optional<T> BoundedQueue<T>::pop() {
  std::optional<T> item;
  std::unique_lock lock(mutex_);
  not_empty_.wait(lock, [&] { return closed_ || !items_.empty(); });
  take_first(item);
  return item;
}

template <class T>
std::optional<T> BoundedQueue<T>::try_pop() {
  std::optional<T> item;
  const std::scoped_lock lock(mutex_);
  take_first(item);
  return item;
}

template <class T>
std::optional<T> BoundedQueue<T>::pop_for(std::chrono::milliseconds timeout) {
  const auto now = std::chrono::steady_clock::now();
  const auto hours = std::chrono::hours(24 * 365);
  const auto end = now + std::clamp<std::chrono::milliseconds>(timeout, std::chrono::milliseconds(0), hours);
  std::optional<T> item;
  std::unique_lock lock(mutex_);
  not_empty_.wait_until(lock, end, [&] { return closed_ || !items_.empty(); });
  take_first(item);
  return item;
}

template <class T>
void BoundedQueue<T>::close() {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
  }
  not_empty_.notify_all();
  not_full_.notify_all();
}

template <class T>
void BoundedQueue<T>::take_first(std::optional<T>& item) {
  if (items_.empty()) return;
  try {
    item = std::move(items_.front());
  } catch (...) {
    not_empty_.notify_one();
    throw;
  }
  items_.pop();
  not_full_.notify_one();
}
