#pragma once

#include <stdexcept>

// Part 4: a mutex that refuses the wrong order. Read README.md first.

/// A mutex with a level. A thread may take it only while all mutexes that it holds have higher levels: so no circle of
/// waiting threads can come about, and the first thread that breaks the order gets an exception, in any schedule.
///
/// What other threads hold does not matter. A thread may unlock its mutexes in any order; what it may take next depends
/// on those that it still holds. Works with std::scoped_lock, std::lock_guard and std::unique_lock. As for a
/// std::mutex, only the thread that holds it may unlock it, and it is destroyed when no thread holds it.
class HierarchicalMutex {
 public:
  explicit HierarchicalMutex(unsigned level);

  HierarchicalMutex(const HierarchicalMutex&) = delete;
  HierarchicalMutex& operator=(const HierarchicalMutex&) = delete;

  /// Waits until the mutex is free, and takes it.
  /// \throw std::logic_error when the calling thread holds a mutex of this level or of a lower one, also this very one;
  ///        at once, without waiting. Nothing has changed then.
  void lock();

  /// Does not wait.
  /// \return whether it took the mutex; false: it is held, and nothing has changed
  /// \throw std::logic_error as lock, also when another thread holds the mutex
  bool try_lock();

  void unlock();
};

inline HierarchicalMutex::HierarchicalMutex(unsigned /*level*/) {
  throw std::logic_error("HierarchicalMutex's constructor is not written yet: see part 4 of README.md");
}

inline void HierarchicalMutex::lock() {
  throw std::logic_error("HierarchicalMutex::lock is not written yet: see part 4 of README.md");
}

inline bool HierarchicalMutex::try_lock() {
  throw std::logic_error("HierarchicalMutex::try_lock is not written yet: see part 4 of README.md");
}

inline void HierarchicalMutex::unlock() {
  throw std::logic_error("HierarchicalMutex::unlock is not written yet: see part 4 of README.md");
}
