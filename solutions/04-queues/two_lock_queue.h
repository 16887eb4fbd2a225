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
    std::optional<T> item;       // nothing in the dummy
    std::unique_ptr<Node> next;  // readable once has_next
    std::atomic<bool> has_next{false};
  };

  Mutex head_mutex_;
  std::unique_ptr<Node> head_;  // guarded by head_mutex_; the dummy: the first item is in the node after it
  Mutex tail_mutex_;
  Node* tail_;  // guarded by tail_mutex_; the dummy when the queue is empty
};

template <class T, class Mutex>
TwoLockQueue<T, Mutex>::~TwoLockQueue() {
  // Node by node: left to itself, the first would destroy the second from its own destructor, and so on, as deep as the
  // queue is long.
  while (head_) head_ = std::move(head_->next);
}

template <class T, class Mutex>
void TwoLockQueue<T, Mutex>::push(T item) {
  auto node = std::make_unique<Node>();
  node->item.emplace(std::move(item));

  const std::scoped_lock lock(tail_mutex_);
  Node* const last = tail_;
  tail_ = node.get();
  last->next = std::move(node);
  // Who pops holds the other lock, so in an empty queue only this orders the writing of `next` and of the item with
  // their reading: it pairs with the load in try_pop. From here on `last` may be gone.
  last->has_next.store(true, std::memory_order_release);
}

template <class T, class Mutex>
std::optional<T> TwoLockQueue<T, Mutex>::try_pop() {
  std::optional<T> item;
  const std::scoped_lock lock(head_mutex_);
  if (!head_->has_next.load(std::memory_order_acquire)) return item;
  Node& first = *head_->next;
  item.emplace(std::move(*first.item));  // may throw: then nothing has changed
  first.item.reset();
  head_ = std::move(head_->next);  // the node of the first item is the new dummy
  return item;
}
