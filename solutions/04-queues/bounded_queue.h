#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
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
    if (capacity == 0) throw std::invalid_argument("a queue without a place lets nothing through");
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

  /// When the timeout expires; the last moment that the clock knows where adding would overflow.
  static Clock::time_point end_of(std::chrono::milliseconds timeout);

  /// The same as try_push and try_pop. The caller holds the lock.
  bool put(T& item);
  std::optional<T> take();

  [[nodiscard]] bool may_put() const { return closed_ || items_.size() < capacity_; }
  [[nodiscard]] bool may_take() const { return closed_ || !items_.empty(); }

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable not_full_;   // notified of each place that becomes free, and of the closing
  std::condition_variable not_empty_;  // notified of each item that comes in, and of the closing
  std::deque<T> items_;                // guarded by mutex_
  bool closed_ = false;                // guarded by mutex_
};

template <class T>
bool BoundedQueue<T>::push(T&& item) {
  std::unique_lock lock(mutex_);
  not_full_.wait(lock, [this] { return may_put(); });
  return put(item);
}

template <class T>
bool BoundedQueue<T>::try_push(T&& item) {
  const std::scoped_lock lock(mutex_);
  return put(item);
}

template <class T>
bool BoundedQueue<T>::push_for(T&& item, std::chrono::milliseconds timeout) {
  const auto end = end_of(timeout);
  std::unique_lock lock(mutex_);
  not_full_.wait_until(lock, end, [this] { return may_put(); });
  return put(item);
}

template <class T>
std::optional<T> BoundedQueue<T>::pop() {
  std::unique_lock lock(mutex_);
  not_empty_.wait(lock, [this] { return may_take(); });
  return take();
}

template <class T>
std::optional<T> BoundedQueue<T>::try_pop() {
  const std::scoped_lock lock(mutex_);
  return take();
}

template <class T>
std::optional<T> BoundedQueue<T>::pop_for(std::chrono::milliseconds timeout) {
  const auto end = end_of(timeout);
  std::unique_lock lock(mutex_);
  not_empty_.wait_until(lock, end, [this] { return may_take(); });
  return take();
}

template <class T>
void BoundedQueue<T>::close() {
  const std::scoped_lock lock(mutex_);
  closed_ = true;
  not_full_.notify_all();
  not_empty_.notify_all();
}

template <class T>
typename BoundedQueue<T>::Clock::time_point BoundedQueue<T>::end_of(std::chrono::milliseconds timeout) {
  const auto now = Clock::now();
  if (timeout <= std::chrono::milliseconds::zero()) return now;
  const auto longest = std::chrono::floor<std::chrono::milliseconds>(Clock::time_point::max() - now);
  return timeout < longest ? now + timeout : Clock::time_point::max();
}

template <class T>
bool BoundedQueue<T>::put(T& item) {
  if (closed_ || items_.size() >= capacity_) return false;
  try {
    items_.push_back(std::move(item));
  } catch (...) {
    not_full_.notify_one();  // the wake-up that brought us here was for a place, and the place is still free
    throw;
  }
  not_empty_.notify_one();
  return true;
}

template <class T>
std::optional<T> BoundedQueue<T>::take() {
  std::optional<T> item;  // the only thing returned, so that it is made in place: a move on the way out might throw
  if (items_.empty()) return item;
  try {
    item.emplace(std::move(items_.front()));
  } catch (...) {
    not_empty_.notify_one();  // the wake-up that brought us here was for an item, and the item is still inside
    throw;
  }
  items_.pop_front();
  not_full_.notify_one();
  return item;
}
