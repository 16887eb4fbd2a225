#pragma once

#include <cstddef>
#include <mutex>

#include "fifo_semaphore.h"

/// A reader-writer lock: one writer holds it alone, or any number of readers together. Nobody overtakes a thread that
/// waits. All pass one turnstile; the room belongs to a writer, or to the readers together, of which the first one
/// takes it and the last one gives it back.
class FairSharedMutex {
 public:
  FairSharedMutex() = default;

  FairSharedMutex(const FairSharedMutex&) = delete;
  FairSharedMutex& operator=(const FairSharedMutex&) = delete;

  void lock() {
    turnstile_.acquire();
    room_.acquire();
    turnstile_.release();
  }
  void unlock() { room_.release(); }

  void lock_shared() {
    turnstile_.acquire();
    if (!joins_others()) {
      room_.acquire();
      const std::scoped_lock lock(mutex_);
      readers_ = 1;
    }
    turnstile_.release();  // not before: the next one could be in the room first
  }
  void unlock_shared() {
    const std::scoped_lock lock(mutex_);
    if (--readers_ == 0) room_.release();
  }

  [[nodiscard]] std::size_t waiting() const { return turnstile_.waiting() + room_.waiting(); }

 private:
  /// In one step: readers may leave at any time, and the last one gives the room back.
  bool joins_others() {
    const std::scoped_lock lock(mutex_);
    if (readers_ == 0) return false;
    ++readers_;
    return true;
  }

  FifoSemaphore turnstile_{1};
  FifoSemaphore room_{1};
  std::mutex mutex_;
  std::size_t readers_ = 0;  // guarded by mutex_
};
