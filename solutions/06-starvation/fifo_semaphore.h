#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
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
  explicit FifoSemaphore(int units) : called_(units) {
    if (units < 0) throw std::invalid_argument("a semaphore cannot have fewer than 0 units");
  }

  FifoSemaphore(const FifoSemaphore&) = delete;
  FifoSemaphore& operator=(const FifoSemaphore&) = delete;

  /// Takes a unit. Waits while there is none for it: one that is released belongs to the thread that has waited
  /// longest, and nobody who comes later can have it first.
  void acquire() {
    std::unique_lock lock(mutex_);
    const std::int64_t mine = next_++;
    more_called_.wait(lock, [&] { return mine < called_; });
  }

  /// Does not wait, and overtakes nobody.
  /// \return whether it took a unit; false: there is none that does not belong to a thread that waits, and nothing has
  ///         changed
  bool try_acquire() {
    const std::scoped_lock lock(mutex_);
    if (next_ >= called_) return false;
    ++next_;
    return true;
  }

  /// Adds units, and lets as many threads go on as there are units for.
  /// \param units  at least 1
  void release(int units = 1) {
    const std::scoped_lock lock(mutex_);
    called_ += units;
    // Only the threads whose tickets are called can go on, and nobody knows which of the sleeping threads these are.
    more_called_.notify_all();
  }

  /// How many threads wait for a unit, at a time when there is none.
  [[nodiscard]] std::size_t waiting() const {
    const std::scoped_lock lock(mutex_);
    return next_ > called_ ? static_cast<std::size_t>(next_ - called_) : 0;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable more_called_;
  std::int64_t next_ = 0;  // the ticket that the next thread takes; guarded by mutex_
  std::int64_t called_;    // all tickets below it have a unit each; guarded by mutex_
};
