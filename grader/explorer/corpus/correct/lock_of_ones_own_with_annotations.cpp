// finding: none
// A lock made of an atomic with relaxed orders, which would order nothing: the program says that it is a lock.
#include <atomic>
#include <cassert>
#include <thread>

// NOLINTBEGIN(*-reserved-identifier,readability-identifier-naming): the names are ThreadSanitizer's
extern "C" {
void __tsan_mutex_pre_lock(void* address, unsigned flags);
void __tsan_mutex_post_lock(void* address, unsigned flags, int recursion);
int __tsan_mutex_pre_unlock(void* address, unsigned flags);
void __tsan_mutex_post_unlock(void* address, unsigned flags);
}
// NOLINTEND(*-reserved-identifier,readability-identifier-naming)

class Lock {
 public:
  void lock() {
    __tsan_mutex_pre_lock(this, 0);
    while (taken_.exchange(true, std::memory_order_relaxed)) {
      ++waited_;  // its insides are its own affair
      std::this_thread::yield();
    }
    __tsan_mutex_post_lock(this, 0, 0);
  }
  void unlock() {
    __tsan_mutex_pre_unlock(this, 0);
    taken_.store(false, std::memory_order_relaxed);
    __tsan_mutex_post_unlock(this, 0);
  }

 private:
  std::atomic<bool> taken_{false};
  unsigned waited_ = 0;
};

int main() {
  Lock lock;
  int count = 0;
  const auto add = [&] {
    lock.lock();
    ++count;
    lock.unlock();
  };
  std::thread other(add);
  add();
  other.join();
  assert(count == 2);
}
