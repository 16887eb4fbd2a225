#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

/// An unbounded queue whose two ends do not get in each other's way. First in, first out.
///
/// One lock is for those who push, another one for those who pop; nobody takes both. So a thread that is held up in the
/// middle of a push does not delay anyone's try_pop, whether the queue is empty or not, and the other way round.
///
/// Items need to be movable only. When an item's move throws, the exception comes to the caller and the queue is as it
/// was: the item stays where it was, and no lock stays locked.
///
/// Thread-safe. Destroy the queue only when no thread uses it any more.
/// \tparam Mutex  what both locks are made of. Lock it as you would lock a std::mutex, with RAII; the tests pass a
/// mutex
///                of their own, to see who holds what.
template <class T, class Mutex = std::mutex>
class TwoLockQueue {
 public:
  TwoLockQueue() : head_(std::make_unique<Node>()), tail_(head_.get()) {}
  ~TwoLockQueue();

  TwoLockQueue(const TwoLockQueue&) = delete;
  TwoLockQueue& operator=(const TwoLockQueue&) = delete;

  /// Puts the item at the end.
  void push(T item);

  /// \return the item that was pushed first of those inside; nothing: the queue is empty
  [[nodiscard]] std::optional<T> try_pop();

 private:
  struct Node {
    std::optional<T> item;
    std::unique_ptr<Node> next;
  };

  Mutex head_mutex_;
  Mutex tail_mutex_;
  std::unique_ptr<Node> head_;
  Node* tail_;
};

template <class T, class Mutex>
TwoLockQueue<T, Mutex>::~TwoLockQueue() {
  while (head_) head_ = std::move(head_->next);
}

template <class T, class Mutex>
void TwoLockQueue<T, Mutex>::push(T item) {
  auto node = std::make_unique<Node>();
  node->item.emplace(std::move(item));
  Node* const last = node.get();
  const std::scoped_lock lock(tail_mutex_);
  tail_->next = std::move(node);
  tail_ = last;
}

template <class T, class Mutex>
std::optional<T> TwoLockQueue<T, Mutex>::try_pop() {
  std::optional<T> item;
  const std::scoped_lock lock(head_mutex_);
  {
    const std::scoped_lock tail_lock(tail_mutex_);
    if (head_.get() == tail_) return item;  // empty
  }
  item = std::move(head_->next->item);
  head_ = std::move(head_->next);
  return item;
}
