#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>

/// A reader-writer lock: one writer holds it alone, or any number of readers together. Nobody overtakes a thread that
/// waits: a writer gets in after all that came before it, a reader after all writers that came before it. Readers that
/// come one after the other, with no writer between them, hold the lock together.
///
/// Several threads may call every function at once. A thread has come when `waiting` counts it. Works with
/// std::scoped_lock and std::shared_lock. As for a std::shared_mutex, a thread that holds it does not ask for it again,
/// and it is destroyed when no thread uses it.
class FairSharedMutex {
 public:
  FairSharedMutex() = default;

  FairSharedMutex(const FairSharedMutex&) = delete;
  FairSharedMutex& operator=(const FairSharedMutex&) = delete;

  /// For a writer: waits until nobody holds the lock and all that came before have had it. Holds it alone.
  void lock() {
    std::unique_lock lock(mutex_);
    wait_for_turn(lock, [this] { return readers_ == 0; });
    // The turn stays with this thread until it unlocks: nobody else gets in.
  }
  void unlock() {
    const std::scoped_lock lock(mutex_);
    end_turn();
  }

  /// For a reader: waits until no writer holds the lock and all writers that came before have had it.
  void lock_shared() {
    std::unique_lock lock(mutex_);
    wait_for_turn(lock, [] { return true; });
    ++readers_;
    end_turn();
  }
  void unlock_shared() {
    const std::scoped_lock lock(mutex_);
    if (--readers_ == 0) changed_.notify_all();
  }

  /// How many threads wait, readers and writers, at a time when somebody holds the lock.
  [[nodiscard]] std::size_t waiting() const {
    const std::scoped_lock lock(mutex_);
    return waiting_;
  }

 private:
  /// Takes a ticket and waits until it is called, and `ready()`.
  template <class Ready>
  void wait_for_turn(std::unique_lock<std::mutex>& lock, Ready ready) {
    const std::uint64_t mine = next_++;
    ++waiting_;
    changed_.wait(lock, [&] { return called_ == mine && ready(); });
    --waiting_;
  }
  void end_turn() {
    ++called_;
    changed_.notify_all();
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t next_ = 0;    // the ticket that the next thread takes; guarded by mutex_, like all below
  std::uint64_t called_ = 0;  // the ticket of the writer that holds the lock, or of the thread that gets in next
  std::size_t readers_ = 0;   // that hold the lock
  std::size_t waiting_ = 0;
};
