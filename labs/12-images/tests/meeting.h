#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

/// Shows whether so many threads can be in one place at the same time. All functions may be called by any thread.
class Meeting {
 public:
  /// \param size  the number of threads; > 0
  explicit Meeting(int size) : missing_(size) {}

  /// Waits for the others; gives up after an hour, and then nobody waits any more. In the explorer this hour passes
  /// when no other thread can run, and costs nothing: so code that lets the others come always meets.
  void come() {
    std::unique_lock lock(mutex_);
    if (--missing_ <= 0) {
      changed_.notify_all();
      return;
    }
    const auto is_over = [this] { return missing_ <= 0 || given_up_; };
    if (changed_.wait_for(lock, std::chrono::hours(1), is_over)) return;
    given_up_ = true;
    changed_.notify_all();
  }

  /// Whether all came before one gave up.
  [[nodiscard]] bool took_place() {
    const std::scoped_lock lock(mutex_);
    return missing_ <= 0 && !given_up_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int missing_;            // guarded by mutex_
  bool given_up_ = false;  // guarded by mutex_
};
