#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <queue>
#include <stdexcept>
#include <utility>
#include <vector>

/// A counter of units. A thread takes one, and waits while there is none; threads that wait get units in the order in
/// which they came.
class FifoSemaphore {
 public:
  explicit FifoSemaphore(int units) : units_(units) {
    if (units < 0) throw std::invalid_argument("a semaphore cannot have fewer than 0 units");
  }

  FifoSemaphore(const FifoSemaphore&) = delete;
  FifoSemaphore& operator=(const FifoSemaphore&) = delete;

  void acquire() {
    std::shared_ptr<std::atomic_flag> flag;
    {
      const std::scoped_lock lock(mutex_);
      if (--units_ >= 0) return;
      flag = std::make_shared<std::atomic_flag>();
      row_.push(flag);
    }
    flag->wait(false);
  }

  bool try_acquire() {
    const std::scoped_lock lock(mutex_);
    if (units_ <= 0) return false;
    --units_;
    return true;
  }

  void release(int units = 1) {
    std::vector<std::shared_ptr<std::atomic_flag>> called;
    {
      const std::scoped_lock lock(mutex_);
      for (; units > 0; --units) {
        if (++units_ > 0) continue;
        called.push_back(std::move(row_.front()));
        row_.pop();
      }
    }
    // A thread that was called may be gone before it is notified: its flag is not.
    for (const auto& flag : called) {
      flag->test_and_set();
      flag->notify_one();
    }
  }

  [[nodiscard]] std::size_t waiting() const {
    const std::scoped_lock lock(mutex_);
    return row_.size();
  }

 private:
  mutable std::mutex mutex_;
  int units_;                                          // guarded by mutex_; below 0: so many threads wait
  std::queue<std::shared_ptr<std::atomic_flag>> row_;  // guarded by mutex_
};
