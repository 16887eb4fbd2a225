#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

namespace lockstep::published {

/// A queue with a lock at each end (Michael and Scott, PODC 1996), in which a consumer waits: that of Herlihy and
/// Shavit, The Art of Multiprocessor Programming, section 10.3, without its bound. A producer wakes consumers only when
/// the queue was empty. With `kWakesAll` false it wakes one of them, and may leave another asleep beside an item: the
/// lost wake-up of section 8.2.2.
template <bool kWakesAll>
class TwoLockQueue {
 public:
  TwoLockQueue() : head_(std::make_unique<Node>()), tail_(head_.get()) {}

  void put(int value) {
    bool was_empty = false;
    {
      const std::scoped_lock lock(tail_mutex_);
      auto added = std::make_unique<Node>();
      added->value = value;
      Node* const last = added.get();
      tail_->next = std::move(added);
      tail_ = last;
      was_empty = size_.fetch_add(1) == 0;
    }
    if (!was_empty) return;
    const std::scoped_lock lock(head_mutex_);
    if constexpr (kWakesAll) {
      not_empty_.notify_all();
    } else {
      not_empty_.notify_one();
    }
  }

  int get() {
    std::unique_lock lock(head_mutex_);
    while (size_.load() == 0) not_empty_.wait(lock);
    head_ = std::move(head_->next);
    const int value = head_->value;
    size_.fetch_sub(1);
    return value;
  }

 private:
  struct Node {
    int value = 0;
    std::unique_ptr<Node> next;
  };

  std::atomic<int> size_ = 0;
  std::mutex head_mutex_;
  std::condition_variable not_empty_;
  std::unique_ptr<Node> head_;  // guarded by head_mutex_; its value has been taken
  std::mutex tail_mutex_;
  Node* tail_;  // guarded by tail_mutex_
};

}  // namespace lockstep::published
