#pragma once

#include <functional>
#include <mutex>
#include <utility>

/// A mutex that lets a test look inside a critical section: a thread with a hook calls it as soon as it holds one of
/// these, with the address of the mutex. The hook may wait, and so hold the thread up in the middle of its operation.
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

  /// While it lives, the calling thread has this hook.
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
