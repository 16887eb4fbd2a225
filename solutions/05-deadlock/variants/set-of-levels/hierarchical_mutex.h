#pragma once

#include <mutex>
#include <set>
#include <stdexcept>

/// A mutex with a level. A thread may take it only while all mutexes that it holds have higher levels: so no circle of
/// waiting threads can come about, and the first thread that breaks the order gets an exception, in any schedule.
///
/// What other threads hold does not matter. A thread may unlock its mutexes in any order; what it may take next depends
/// on those that it still holds. Works with std::scoped_lock, std::lock_guard and std::unique_lock. As for a
/// std::mutex, only the thread that holds it may unlock it, and it is destroyed when no thread holds it.
class HierarchicalMutex {
 public:
  explicit HierarchicalMutex(unsigned level) : level_(level) {}

  HierarchicalMutex(const HierarchicalMutex&) = delete;
  HierarchicalMutex& operator=(const HierarchicalMutex&) = delete;

  /// Waits until the mutex is free, and takes it.
  /// \throw std::logic_error when the calling thread holds a mutex of this level or of a lower one, also this very one;
  ///        at once, without waiting. Nothing has changed then.
  void lock() {
    check_order();
    std::unique_lock taken(mutex_);
    held().insert(level_);
    taken.release();
  }

  /// Does not wait.
  /// \return whether it took the mutex; false: it is held, and nothing has changed
  /// \throw std::logic_error as lock, also when another thread holds the mutex
  bool try_lock() {
    check_order();
    std::unique_lock taken(mutex_, std::try_to_lock);
    if (!taken) return false;
    held().insert(level_);
    taken.release();
    return true;
  }

  void unlock() {
    held().erase(level_);
    mutex_.unlock();
  }

 private:
  /// The levels that the calling thread holds.
  static std::set<unsigned>& held() {
    static thread_local std::set<unsigned> levels;
    return levels;
  }

  void check_order() const {
    if (!held().empty() && *held().begin() <= level_) throw std::logic_error("this level is too high now");
  }

  std::mutex mutex_;
  unsigned level_;
};
