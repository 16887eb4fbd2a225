#pragma once

#include <atomic>
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
    {
      std::unique_lock lock(mutex_);
      ++writers_;
      changed_.wait(lock, [this] { return readers_ == 0; });
    }
    alone_.lock();
    ++inside_;
  }
  void unlock() {
    --inside_;
    alone_.unlock();
    {
      const std::scoped_lock lock(mutex_);
      --writers_;
    }
    changed_.notify_all();
  }

  /// For a reader: waits while a writer holds the lock or waits for it. All readers that wait then get in together.
  void lock_shared() {
    std::unique_lock lock(mutex_);
    ++waiting_readers_;
    while (writers_ > 0) changed_.wait(lock);
    --waiting_readers_;
    ++readers_;
  }
  void unlock_shared() {
    {
      const std::scoped_lock lock(mutex_);
      --readers_;
    }
    changed_.notify_all();
  }

  /// How many writers wait, at a time when somebody holds the lock.
  [[nodiscard]] std::size_t waiting_writers() const {
    const std::scoped_lock lock(mutex_);
    return writers_ - inside_;
  }

  /// How many readers wait, at a time when a writer holds the lock.
  [[nodiscard]] std::size_t waiting_readers() const {
    const std::scoped_lock lock(mutex_);
    return waiting_readers_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t writers_ = 0;  // guarded by mutex_; that hold the lock or wait: while there is one, no reader comes in
  std::size_t readers_ = 0;  // guarded by mutex_
  std::size_t waiting_readers_ = 0;      // guarded by mutex_
  std::mutex alone_;                     // one writer after the other
  std::atomic<std::size_t> inside_ = 0;  // writers that hold the lock: 0 or 1
};
