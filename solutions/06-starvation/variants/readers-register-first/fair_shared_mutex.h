#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <queue>

/// A reader-writer lock: one writer holds it alone, or any number of readers together. Nobody overtakes a thread that
/// waits. All stand in a row of groups; a writer is a group of its own, and the group at the front is inside.
class FairSharedMutex {
 public:
  FairSharedMutex() = default;

  FairSharedMutex(const FairSharedMutex&) = delete;
  FairSharedMutex& operator=(const FairSharedMutex&) = delete;

  void lock() { join(registered(true)); }
  void unlock() { leave(); }

  void lock_shared() { join(registered(false)); }
  void unlock_shared() { leave(); }

  [[nodiscard]] std::size_t waiting() const {
    const std::scoped_lock lock(mutex_);
    return threads_ - (row_.empty() ? 0 : row_.front()->members);
  }

 private:
  struct Group {
    explicit Group(bool of_a_writer) : writer(of_a_writer) {}
    const bool writer;
    std::size_t members = 0;  // registered, and not yet gone
  };

  /// The first step. From here on, nobody who comes later gets in before this thread.
  std::shared_ptr<Group> registered(bool writer) {
    const std::scoped_lock lock(mutex_);
    if (row_.empty() || writer || row_.back()->writer) row_.push(std::make_shared<Group>(writer));
    ++row_.back()->members;
    ++threads_;
    return row_.back();
  }

  /// The second step.
  void join(const std::shared_ptr<Group>& group) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return row_.front() == group; });
  }

  void leave() {
    const std::scoped_lock lock(mutex_);
    --threads_;
    if (--row_.front()->members > 0) return;
    row_.pop();
    changed_.notify_all();
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<std::shared_ptr<Group>> row_;  // guarded by mutex_
  std::size_t threads_ = 0;                 // guarded by mutex_; of all groups
};
