#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

/// Lets threads pass after it was opened `openings` times.
class Gate {
 public:
  explicit Gate(int openings = 1) : closed_(openings) {}

  void open() {
    {
      const std::scoped_lock lock(mutex_);
      --closed_;
    }
    opened_.notify_all();
  }

  void pass() {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, [this] { return closed_ <= 0; });
  }

  /// Gives up after an hour. In the explorer this hour passes when no other thread can run, and costs nothing.
  /// \return whether the gate was opened
  [[nodiscard]] bool pass_within_the_hour() {
    std::unique_lock lock(mutex_);
    return opened_.wait_for(lock, std::chrono::hours(1), [this] { return closed_ <= 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  int closed_;  // guarded by mutex_
};
