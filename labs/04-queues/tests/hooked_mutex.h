#pragma once

#include <functional>
#include <mutex>
#include <utility>

/// A mutex with which a test looks inside a critical section: a thread with a hook calls the hook as soon as it holds
/// the mutex, with the mutex's address. The hook may wait, and so stop the thread in the middle of its operation.
class HookedMutex {
 public:
  using Hook = std::function<void(const HookedMutex*)>;

  void lock() {
    mutex_.lock();
    if (hook_of_this_thread()) hook_of_this_thread()(this);
  }
  bool try_lock() {
    if (!mutex_.try_lock()) return false;
    if (hook_of_this_thread()) hook_of_this_thread()(this);
    return true;
  }
  void unlock() { mutex_.unlock(); }

  /// While this object exists, the calling thread has this hook.
  class Hooked {
   public:
    explicit Hooked(Hook hook) { hook_of_this_thread() = std::move(hook); }
    ~Hooked() { hook_of_this_thread() = nullptr; }
    Hooked(const Hooked&) = delete;
    Hooked& operator=(const Hooked&) = delete;
  };

 private:
  static Hook& hook_of_this_thread() {
    thread_local Hook hook;
    return hook;
  }

  std::mutex mutex_;
};
