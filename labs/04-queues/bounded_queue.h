#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <stdexcept>

// Part 1: a bounded blocking queue. Read README.md first; ./lab hint 04 helps when you are stuck.

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
  explicit BoundedQueue(std::size_t capacity);

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
};

template <class T>
BoundedQueue<T>::BoundedQueue(std::size_t /*capacity*/) {
  throw std::logic_error("BoundedQueue's constructor is not written yet: see part 1 of README.md");
}

template <class T>
bool BoundedQueue<T>::push(T&& /*item*/) {
  throw std::logic_error("BoundedQueue::push is not written yet: see part 1 of README.md");
}

template <class T>
bool BoundedQueue<T>::try_push(T&& /*item*/) {
  throw std::logic_error("BoundedQueue::try_push is not written yet: see part 1 of README.md");
}

template <class T>
bool BoundedQueue<T>::push_for(T&& /*item*/, std::chrono::milliseconds /*timeout*/) {
  throw std::logic_error("BoundedQueue::push_for is not written yet: see part 1 of README.md");
}

template <class T>
std::optional<T> BoundedQueue<T>::pop() {
  throw std::logic_error("BoundedQueue::pop is not written yet: see part 1 of README.md");
}

template <class T>
std::optional<T> BoundedQueue<T>::try_pop() {
  throw std::logic_error("BoundedQueue::try_pop is not written yet: see part 1 of README.md");
}

template <class T>
std::optional<T> BoundedQueue<T>::pop_for(std::chrono::milliseconds /*timeout*/) {
  throw std::logic_error("BoundedQueue::pop_for is not written yet: see part 1 of README.md");
}

template <class T>
void BoundedQueue<T>::close() {
  throw std::logic_error("BoundedQueue::close is not written yet: see part 1 of README.md");
}
