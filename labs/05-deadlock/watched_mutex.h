#pragma once

#include <array>
#include <mutex>
#include <thread>

// Given. Part 1 uses this mutex in place of std::mutex, so that the tests see how a program came to stand still.

/// A std::mutex that remembers who uses it, and how. Lock it like a std::mutex, also with RAII. For programs of two
/// mutexes.
class WatchedMutex {
 public:
  /// What threads have done with a mutex. It lives longer than the mutex: a test reads it when nothing moves any more.
  struct Seen {
    std::thread::id holder;                    ///< no id: nobody holds it
    const Seen* holder_waits_for = nullptr;    ///< the mutex for which the holder of this one waits
    bool stepped_back = false;                 ///< a holder that was refused the other mutex gave this one back
    std::array<std::thread::id, 3> with_both;  ///< threads that took it while they held the other one, the first three
  };

  explicit WatchedMutex(Seen& seen) : seen_(seen) { seen_ = Seen{}; }
  WatchedMutex(const WatchedMutex&) = delete;
  WatchedMutex& operator=(const WatchedMutex&) = delete;
  ~WatchedMutex() = default;

  void lock() {
    if (mine().outer != nullptr) mine().outer->holder_waits_for = &seen_;
    mutex_.lock();
    if (mine().outer != nullptr) mine().outer->holder_waits_for = nullptr;
    taken();
  }

  bool try_lock() {
    mine().refused = !mutex_.try_lock();
    if (mine().refused) return false;
    taken();
    return true;
  }

  void unlock() {
    if (mine().refused) seen_.stepped_back = true;
    if (mine().inner != &seen_) mine().outer = mine().inner;
    mine().inner = nullptr;
    seen_.holder = {};
    mutex_.unlock();
  }

 private:
  /// Of the calling thread.
  struct Mine {
    Seen* outer = nullptr;  ///< of the mutex that it holds, and took first
    Seen* inner = nullptr;  ///< of the other one, if it holds both
    bool refused = false;   ///< its last try failed
  };
  static Mine& mine() {
    thread_local Mine mine;
    return mine;
  }

  void taken() {
    const auto me = std::this_thread::get_id();
    seen_.holder = me;
    mine().refused = false;
    (mine().outer == nullptr ? mine().outer : mine().inner) = &seen_;
    if (mine().inner == nullptr) return;
    for (auto& thread : seen_.with_both) {
      if (thread == std::thread::id{}) thread = me;
      if (thread == me) return;
    }
  }

  std::mutex mutex_;
  Seen& seen_;  // guarded by mutex_
};
