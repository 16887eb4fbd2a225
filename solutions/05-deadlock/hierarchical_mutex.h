#pragma once

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

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
    mutex_.lock();
    held().push_back(level_);
  }

  /// Does not wait.
  /// \return whether it took the mutex; false: it is held, and nothing has changed
  /// \throw std::logic_error as lock, also when another thread holds the mutex
  bool try_lock() {
    check_order();
    if (!mutex_.try_lock()) return false;
    held().push_back(level_);
    return true;
  }

  void unlock() {
    held().erase(std::ranges::find(held(), level_));
    mutex_.unlock();
  }

 private:
  /// The levels that the calling thread holds, in the order of locking: so each is lower than the one before.
  static std::vector<unsigned>& held() {
    thread_local std::vector<unsigned> levels;
    return levels;
  }

  /// Also makes room, so that nothing fails once the mutex is taken.
  void check_order() const {
    if (!held().empty() && held().back() <= level_) {
      throw std::logic_error("a mutex of level " + std::to_string(level_) +
                             " is asked for by a thread that holds level " + std::to_string(held().back()));
    }
    held().reserve(held().size() + 1);
  }

  const unsigned level_;
  std::mutex mutex_;
};
