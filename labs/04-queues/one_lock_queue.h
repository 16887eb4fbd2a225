#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <utility>

/// The simple queue with which you compare part 3: one lock for everything. Unbounded; first in, first out.
/// Thread-safe.
template <class T, class Mutex = std::mutex>
class OneLockQueue {
 public:
  /// Puts the item at the end.
  void push(T item) {
    const std::scoped_lock lock(mutex_);
    items_.push_back(std::move(item));
  }

  /// \return the oldest item inside; nothing: the queue is empty
  [[nodiscard]] std::optional<T> try_pop() {
    const std::scoped_lock lock(mutex_);
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    return item;
  }

 private:
  Mutex mutex_;
  std::deque<T> items_;  // guarded by mutex_
};
