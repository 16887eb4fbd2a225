#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

/// A reader-writer lock: one writer holds it alone, or any number of readers together. No reader overtakes a writer.
/// Nothing is promised to readers while writers come, and no order among writers.
class WriterPreferenceMutex {
 public:
  WriterPreferenceMutex() = default;

  WriterPreferenceMutex(const WriterPreferenceMutex&) = delete;
  WriterPreferenceMutex& operator=(const WriterPreferenceMutex&) = delete;

  void lock() {
    std::unique_lock lock(mutex_);
    ++waiting_writers_;
    may_write_.wait(lock, [this] { return !writing_ && readers_ == 0; });
    --waiting_writers_;
    writing_ = true;
  }
  void unlock() {
    const std::scoped_lock lock(mutex_);
    writing_ = false;
    may_write_.notify_one();
    may_read_.notify_all();
  }

  void lock_shared() {
    for (;;) {
      {
        const std::scoped_lock lock(mutex_);
        ++readers_;
      }
      std::unique_lock lock(mutex_);
      if (may_read()) return;
      step_back();
      ++waiting_readers_;
      may_read_.wait(lock, [this] { return may_read(); });
      --waiting_readers_;
    }
  }
  void unlock_shared() {
    const std::scoped_lock lock(mutex_);
    step_back();
  }

  [[nodiscard]] std::size_t waiting_writers() const {
    const std::scoped_lock lock(mutex_);
    return waiting_writers_;
  }

  [[nodiscard]] std::size_t waiting_readers() const {
    const std::scoped_lock lock(mutex_);
    return waiting_readers_;
  }

 private:
  [[nodiscard]] bool may_read() const { return !writing_ && waiting_writers_ == 0; }

  void step_back() {
    if (--readers_ == 0) may_write_.notify_one();
  }

  mutable std::mutex mutex_;
  std::condition_variable may_write_;
  std::condition_variable may_read_;
  bool writing_ = false;             // guarded by mutex_, like all below
  std::size_t readers_ = 0;          // that hold the lock, or are registered and have not looked yet
  std::size_t waiting_writers_ = 0;  // not yet writing
  std::size_t waiting_readers_ = 0;
};
