#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

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
  TwoLockQueue() : head_(new Node), tail_(head_) {}
  ~TwoLockQueue();

  TwoLockQueue(const TwoLockQueue&) = delete;
  TwoLockQueue& operator=(const TwoLockQueue&) = delete;

  /// Puts the item at the end.
  void push(T item);

  /// \return the oldest item inside, of which the queue keeps nothing; nothing: the queue is empty
  [[nodiscard]] std::optional<T> try_pop();

 private:
  struct Node {
    std::optional<T> item;
    std::atomic<Node*> next{nullptr};
  };

  Mutex head_mutex_;
  Node* head_;  // guarded by head_mutex_
  Mutex tail_mutex_;
  Node* tail_;  // guarded by tail_mutex_
};

template <class T, class Mutex>
TwoLockQueue<T, Mutex>::~TwoLockQueue() {
  while (head_ != nullptr) {
    Node* const next = head_->next;
    delete head_;
    head_ = next;
  }
}

template <class T, class Mutex>
void TwoLockQueue<T, Mutex>::push(T item) {
  auto node = std::make_unique<Node>();
  node->item.emplace(std::move(item));
  const std::scoped_lock lock(tail_mutex_);
  Node* const last = tail_;
  tail_ = node.release();
  last->next = tail_;
}

template <class T, class Mutex>
std::optional<T> TwoLockQueue<T, Mutex>::try_pop() {
  std::optional<T> item;
  std::unique_ptr<Node> old;  // freed after the unlocking
  const std::scoped_lock lock(head_mutex_);
  Node* const first = head_->next;
  if (first == nullptr) return item;
  item = std::move(first->item);
  first->item.reset();
  old.reset(head_);
  head_ = first;
  return item;
}
