#pragma once

#include <cstddef>
#include <stdexcept>

// Part 4: readers and writers, in the order in which they come. Read README.md first.

/// A reader-writer lock: one writer holds it alone, or any number of readers together. Nobody overtakes a thread that
/// waits: a writer gets in after all that came before it, a reader after all writers that came before it. Readers that
/// come one after the other, with no writer between them, hold the lock together.
///
/// Several threads may call every function at once. A thread has come when `waiting` counts it. Works with
/// std::scoped_lock and std::shared_lock. As for a std::shared_mutex, a thread that holds it does not ask for it again,
/// and it is destroyed when no thread uses it.
class FairSharedMutex {
 public:
  FairSharedMutex();

  FairSharedMutex(const FairSharedMutex&) = delete;
  FairSharedMutex& operator=(const FairSharedMutex&) = delete;

  /// For a writer: waits until nobody holds the lock and all that came before have had it. Holds it alone.
  void lock();
  void unlock();

  /// For a reader: waits until no writer holds the lock and all writers that came before have had it.
  void lock_shared();
  void unlock_shared();

  /// How many threads wait, readers and writers, at a time when somebody holds the lock.
  [[nodiscard]] std::size_t waiting() const;
};

inline FairSharedMutex::FairSharedMutex() {
  throw std::logic_error("FairSharedMutex's constructor is not written yet: see part 4 of README.md");
}

inline void FairSharedMutex::lock() {
  throw std::logic_error("FairSharedMutex::lock is not written yet: see part 4 of README.md");
}

inline void FairSharedMutex::unlock() {
  throw std::logic_error("FairSharedMutex::unlock is not written yet: see part 4 of README.md");
}

inline void FairSharedMutex::lock_shared() {
  throw std::logic_error("FairSharedMutex::lock_shared is not written yet: see part 4 of README.md");
}

inline void FairSharedMutex::unlock_shared() {
  throw std::logic_error("FairSharedMutex::unlock_shared is not written yet: see part 4 of README.md");
}

inline std::size_t FairSharedMutex::waiting() const {
  throw std::logic_error("FairSharedMutex::waiting is not written yet: see part 4 of README.md");
}
