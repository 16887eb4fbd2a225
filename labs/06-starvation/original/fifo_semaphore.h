#pragma once

#include <cstddef>
#include <stdexcept>

// Part 2: a semaphore that serves in order. Read README.md first.

/// A counter of units. A thread takes one, and waits while there is none; threads that wait get units in the order in
/// which they came.
///
/// Several threads may call every function at once, and any thread may release. A thread has come when `waiting` counts
/// it. It is destroyed when no thread uses it.
class FifoSemaphore {
 public:
  /// \param units  how many there are in the beginning
  /// \throw std::invalid_argument when the number is negative
  explicit FifoSemaphore(int units);

  FifoSemaphore(const FifoSemaphore&) = delete;
  FifoSemaphore& operator=(const FifoSemaphore&) = delete;

  /// Takes a unit. Waits while there is none for it: one that is released belongs to the thread that has waited
  /// longest, and nobody who comes later can have it first.
  void acquire();

  /// Does not wait, and overtakes nobody.
  /// \return whether it took a unit; false: there is none that does not belong to a thread that waits, and nothing has
  ///         changed
  bool try_acquire();

  /// Adds units, and lets as many threads go on as there are units for.
  /// \param units  at least 1
  void release(int units = 1);

  /// How many threads wait for a unit, at a time when there is none.
  [[nodiscard]] std::size_t waiting() const;
};

inline FifoSemaphore::FifoSemaphore(int /*units*/) {
  throw std::logic_error("FifoSemaphore's constructor is not written yet: see part 2 of README.md");
}

inline void FifoSemaphore::acquire() {
  throw std::logic_error("FifoSemaphore::acquire is not written yet: see part 2 of README.md");
}

inline bool FifoSemaphore::try_acquire() {
  throw std::logic_error("FifoSemaphore::try_acquire is not written yet: see part 2 of README.md");
}

inline void FifoSemaphore::release(int /*units*/) {
  throw std::logic_error("FifoSemaphore::release is not written yet: see part 2 of README.md");
}

inline std::size_t FifoSemaphore::waiting() const {
  throw std::logic_error("FifoSemaphore::waiting is not written yet: see part 2 of README.md");
}
