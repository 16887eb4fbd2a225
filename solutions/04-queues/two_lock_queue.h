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
  TwoLockQueue() : head_(std::make_unique<Node>()), tail_(head_.get()) {}
  ~TwoLockQueue();

  TwoLockQueue(const TwoLockQueue&) = delete;
  TwoLockQueue& operator=(const TwoLockQueue&) = delete;

  /// Puts the item at the end.
  void push(T item);

  /// \return the oldest item inside, of which the queue keeps nothing; nothing: the queue is empty
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
  // A pop holds the other lock, so in an empty queue only this orders the writing of `next` and of the item with their
  // reading: it pairs with the load in try_pop. From here on `last` may be gone.
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
