#pragma once

#include <mutex>
#include <optional>
#include <stdexcept>

// Part 3: a queue with a lock at each end. Read README.md first.

/// An unbounded queue whose two ends do not wait for each other. First in, first out.
///
/// One lock is for push, another one for try_pop; no thread takes both. So a thread that is stopped in the middle of a
/// push does not delay a try_pop, whether the queue is empty or not; and the other way round.
///
/// Items need only be movable. When an item's move throws, the exception reaches the caller and the queue is as it was:
/// the item stays where it was, and no lock stays locked.
///
/// Thread-safe. Destroy the queue only when no thread uses it any more; that moves none of the items inside.
/// \tparam Mutex  the type of both locks. Lock it like a std::mutex, with RAII. The tests pass a mutex of their own, to
///                see which thread holds which lock.
template <class T, class Mutex = std::mutex>
class TwoLockQueue {
 public:
  TwoLockQueue();
  ~TwoLockQueue();

  TwoLockQueue(const TwoLockQueue&) = delete;
  TwoLockQueue& operator=(const TwoLockQueue&) = delete;

  /// Puts the item at the end.
  void push(T item);

  /// \return the oldest item inside, of which the queue keeps nothing; nothing: the queue is empty
  [[nodiscard]] std::optional<T> try_pop();
};

template <class T, class Mutex>
TwoLockQueue<T, Mutex>::TwoLockQueue() {
  throw std::logic_error("TwoLockQueue's constructor is not written yet: see part 3 of README.md");
}

template <class T, class Mutex>
TwoLockQueue<T, Mutex>::~TwoLockQueue() {
  // Not written yet: see part 3 of README.md. The constructor throws, so the program never comes here.
}

template <class T, class Mutex>
void TwoLockQueue<T, Mutex>::push(T /*item*/) {
  throw std::logic_error("TwoLockQueue::push is not written yet: see part 3 of README.md");
}

template <class T, class Mutex>
std::optional<T> TwoLockQueue<T, Mutex>::try_pop() {
  throw std::logic_error("TwoLockQueue::try_pop is not written yet: see part 3 of README.md");
}
