#pragma once

#include <condition_variable>
#include <cstddef>
#include <iterator>
#include <list>
#include <mutex>
#include <stdexcept>

/// A counter of units. A thread takes one, and waits while there is none; threads that wait get units in the order in
/// which they came.
///
/// Several threads may call every function at once, and any thread may release. A thread has come when `waiting` counts
/// it. It is destroyed when no thread uses it.
class FifoSemaphore {
 public:
  /// \param units  how many there are in the beginning
  /// \throw std::invalid_argument when the number is negative
  explicit FifoSemaphore(int units) : units_(units) {
    if (units < 0) throw std::invalid_argument("a semaphore cannot have fewer than 0 units");
  }

  FifoSemaphore(const FifoSemaphore&) = delete;
  FifoSemaphore& operator=(const FifoSemaphore&) = delete;

  /// Takes a unit. Waits while there is none for it: one that is released belongs to the thread that has waited
  /// longest, and nobody who comes later can have it first.
  void acquire() {
    std::unique_lock lock(mutex_);
    if (queue_.empty() && units_ > 0) {
      --units_;
      return;
    }
    const auto me = queue_.emplace(queue_.end());
    me->wait(lock, [&] { return queue_.begin() == me && units_ > 0; });
    --units_;
    queue_.erase(me);
    wake_first();
  }

  /// Does not wait, and overtakes nobody.
  /// \return whether it took a unit; false: there is none that does not belong to a thread that waits, and nothing has
  ///         changed
  bool try_acquire() {
    const std::scoped_lock lock(mutex_);
    // Each thread in the queue has a claim to a unit.
    if (std::ssize(queue_) >= units_) return false;
    --units_;
    return true;
  }

  /// Adds units, and lets as many threads go on as there are units for.
  /// \param units  at least 1
  void release(int units = 1) {
    const std::scoped_lock lock(mutex_);
    units_ += units;
    wake_first();
  }

  /// How many threads wait for a unit, at a time when there is none.
  [[nodiscard]] std::size_t waiting() const {
    const std::scoped_lock lock(mutex_);
    return queue_.size();
  }

 private:
  /// With the lock held. One after the other: a thread that leaves the queue wakes the next.
  void wake_first() {
    if (units_ > 0 && !queue_.empty()) queue_.front().notify_one();
  }

  mutable std::mutex mutex_;
  int units_;                                 // guarded by mutex_; not yet taken, also if somebody waits
  std::list<std::condition_variable> queue_;  // guarded by mutex_; of each thread that waits, the first one first
};
