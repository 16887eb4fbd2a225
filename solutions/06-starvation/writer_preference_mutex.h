#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

/// A reader-writer lock: one writer holds it alone, or any number of readers together. No reader overtakes a writer: a
/// reader gets in only while no writer holds the lock and none waits. Nothing is promised to readers while writers
/// come, and no order among writers.
///
/// Several threads may call every function at once. A thread waits when `waiting_writers` or `waiting_readers` counts
/// it. Works with std::scoped_lock and std::shared_lock. As for a std::shared_mutex, a thread that holds it does not
/// ask for it again, and it is destroyed when no thread uses it.
class WriterPreferenceMutex {
 public:
  WriterPreferenceMutex() = default;

  WriterPreferenceMutex(const WriterPreferenceMutex&) = delete;
  WriterPreferenceMutex& operator=(const WriterPreferenceMutex&) = delete;

  /// For a writer: waits until nobody holds the lock, and holds it alone.
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
    // A writer that waits goes first: readers that wake up see it, and wait again.
    may_write_.notify_one();
    may_read_.notify_all();
  }

  /// For a reader: waits while a writer holds the lock or waits for it. All readers that wait then get in together.
  void lock_shared() {
    std::unique_lock lock(mutex_);
    ++waiting_readers_;
    may_read_.wait(lock, [this] { return !writing_ && waiting_writers_ == 0; });
    --waiting_readers_;
    ++readers_;
  }
  void unlock_shared() {
    const std::scoped_lock lock(mutex_);
    if (--readers_ == 0) may_write_.notify_one();
  }

  /// How many writers wait, at a time when somebody holds the lock.
  [[nodiscard]] std::size_t waiting_writers() const {
    const std::scoped_lock lock(mutex_);
    return waiting_writers_;
  }

  /// How many readers wait, at a time when a writer holds the lock.
  [[nodiscard]] std::size_t waiting_readers() const {
    const std::scoped_lock lock(mutex_);
    return waiting_readers_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable may_write_;
  std::condition_variable may_read_;
  bool writing_ = false;             // guarded by mutex_, like all below
  std::size_t readers_ = 0;          // that hold the lock
  std::size_t waiting_writers_ = 0;  // not yet writing
  std::size_t waiting_readers_ = 0;
};
