#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <list>
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
  std::optional<T> take(std::unique_lock<std::mutex>& lock);
  bool put(T& item, std::unique_lock<std::mutex>& lock);
  static std::chrono::steady_clock::time_point end_of(std::chrono::milliseconds timeout);

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable_any not_full_;
  std::condition_variable_any not_empty_;
  std::list<T> items_;   // guarded by mutex_
  bool closed_ = false;  // guarded by mutex_
};

template <class T>
bool BoundedQueue<T>::push(T&& item) {
  std::unique_lock lock(mutex_);
  not_full_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
  return put(item, lock);
}

template <class T>
bool BoundedQueue<T>::try_push(T&& item) {
  std::unique_lock lock(mutex_);
  return put(item, lock);
}

template <class T>
bool BoundedQueue<T>::push_for(T&& item, std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex_);
  not_full_.wait_until(lock, end_of(timeout), [this] { return closed_ || items_.size() < capacity_; });
  return put(item, lock);
}

template <class T>
std::optional<T> BoundedQueue<T>::pop() {
  std::unique_lock lock(mutex_);
  not_empty_.wait(lock, [this] { return closed_ || !items_.empty(); });
  return take(lock);
}

template <class T>
std::optional<T> BoundedQueue<T>::try_pop() {
  std::unique_lock lock(mutex_);
  return take(lock);
}

template <class T>
std::optional<T> BoundedQueue<T>::pop_for(std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex_);
  not_empty_.wait_until(lock, end_of(timeout), [this] { return closed_ || !items_.empty(); });
  return take(lock);
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

/// A thread that waits for what is still there is notified, also when the move throws.
template <class T>
bool BoundedQueue<T>::put(T& item, std::unique_lock<std::mutex>& lock) {
  struct Tell {
    ~Tell() { condition->notify_one(); }
    std::condition_variable_any* condition;
  } tell{&not_full_};
  if (!lock.owns_lock() || closed_ || items_.size() == capacity_) return false;
  std::list<T> node;
  node.push_back(std::move(item));
  items_.splice(items_.end(), node);
  tell.condition = &not_empty_;
  return true;
}

template <class T>
std::optional<T> BoundedQueue<T>::take(std::unique_lock<std::mutex>& lock) {
  struct Tell {
    ~Tell() { condition->notify_one(); }
    std::condition_variable_any* condition;
  } tell{&not_empty_};
  std::optional<T> item;
  if (!lock.owns_lock() || items_.empty()) return item;
  item.emplace(std::move(items_.front()));
  items_.pop_front();
  tell.condition = &not_full_;
  return item;
}

template <class T>
std::chrono::steady_clock::time_point BoundedQueue<T>::end_of(std::chrono::milliseconds timeout) {
  const auto now = std::chrono::steady_clock::now();
  constexpr std::chrono::milliseconds kCentury = std::chrono::hours(24 * 365 * 100);
  return now + std::clamp(timeout, std::chrono::milliseconds(0), kCentury);
}
