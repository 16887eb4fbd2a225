#pragma once

#include <atomic>
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
  TwoLockQueue() : head_(new Node), tail_(head_) {}
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
  tail_mutex_.lock();
  auto node = std::make_unique<Node>();
  node->item.emplace(std::move(item));
  Node* const last = tail_;
  tail_ = node.release();
  last->next = tail_;
  tail_mutex_.unlock();
}

template <class T, class Mutex>
std::optional<T> TwoLockQueue<T, Mutex>::try_pop() {
  std::optional<T> item;
  head_mutex_.lock();
  Node* const first = head_->next;
  if (first != nullptr) {
    item = std::move(first->item);
    delete head_;
    head_ = first;
  }
  head_mutex_.unlock();
  return item;
}
