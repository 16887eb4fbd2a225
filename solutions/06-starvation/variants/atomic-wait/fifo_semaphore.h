#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
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
    const std::int64_t mine = next_++;
    for (std::int64_t called = called_; called <= mine; called = called_) called_.wait(called);
  }

  /// Does not wait, and overtakes nobody.
  /// \return whether it took a unit; false: there is none that does not belong to a thread that waits, and nothing has
  ///         changed
  bool try_acquire() {
    std::int64_t mine = next_;
    while (mine < called_) {
      if (next_.compare_exchange_weak(mine, mine + 1)) return true;
    }
    return false;
  }

  /// Adds units, and lets as many threads go on as there are units for.
  /// \param units  at least 1
  void release(int units = 1) {
    called_ += units;
    called_.notify_all();
  }

  /// How many threads wait for a unit, at a time when there is none.
  [[nodiscard]] std::size_t waiting() const {
    const std::int64_t called = called_;
    const std::int64_t next = next_;
    return next > called ? static_cast<std::size_t>(next - called) : 0;
  }

 private:
  std::atomic<std::int64_t> next_ = 0;
  std::atomic<std::int64_t> called_;
};
