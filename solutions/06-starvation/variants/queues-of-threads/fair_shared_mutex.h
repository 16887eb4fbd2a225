#pragma once

#include <condition_variable>
#include <cstddef>
#include <list>
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
  void lock() { enter(true); }
  void unlock() {
    const std::scoped_lock lock(mutex_);
    writing_ = false;
    let_in();
  }

  /// For a reader: waits until no writer holds the lock and all writers that came before have had it.
  void lock_shared() { enter(false); }
  void unlock_shared() {
    const std::scoped_lock lock(mutex_);
    --readers_;
    let_in();
  }

  /// How many threads wait, readers and writers, at a time when somebody holds the lock.
  [[nodiscard]] std::size_t waiting() const {
    const std::scoped_lock lock(mutex_);
    return queue_.size();
  }

 private:
  struct Visitor {
    bool writes;
    bool inside = false;
    std::condition_variable let_in{};
  };

  void enter(bool writes) {
    Visitor me{.writes = writes};
    std::unique_lock lock(mutex_);
    queue_.push_back(&me);
    let_in();
    me.let_in.wait(lock, [&] { return me.inside; });
  }

  /// With the lock held: hands the lock to those at the head of the queue.
  void let_in() {
    while (!queue_.empty() && !writing_ && !(queue_.front()->writes && readers_ > 0)) {
      Visitor& first = *queue_.front();
      queue_.pop_front();
      if (first.writes) {
        writing_ = true;
      } else {
        ++readers_;
      }
      first.inside = true;
      first.let_in.notify_one();
    }
  }

  mutable std::mutex mutex_;
  std::list<Visitor*> queue_;  // guarded by mutex_, like all below
  bool writing_ = false;
  std::size_t readers_ = 0;
};
