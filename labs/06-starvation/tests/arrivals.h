#pragma once

#include <mutex>
#include <string>
#include <thread>

// How the tests see in which order threads come, and in which they get in.

/// Waits until `condition` holds, and gives way to other threads meanwhile. If it never holds, the explorer finds a
/// livelock here; elsewhere the time limit ends the case.
template <class Condition>
void wait_until(Condition condition) {
  while (!condition()) std::this_thread::yield();
}

/// The threads that got in, a letter each, in this order. Several threads may note themselves at once.
class Order {
 public:
  void note(char thread) {
    const std::scoped_lock lock(mutex_);
    letters_ += thread;
  }
  [[nodiscard]] std::string text() const {
    const std::scoped_lock lock(mutex_);
    return letters_;
  }

 private:
  mutable std::mutex mutex_;
  std::string letters_;  // guarded by mutex_
};
