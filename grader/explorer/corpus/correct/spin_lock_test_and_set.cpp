// finding: none
// The simplest spin lock: test_and_set until it was clear. Acquire and release on the flag order
// the plain counter.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

class SpinLock {
 public:
  void lock() {
    while (locked_.test_and_set(std::memory_order_acquire)) {  // pairs with unlock()
      std::this_thread::yield();
    }
  }
  void unlock() { locked_.clear(std::memory_order_release); }

 private:
  std::atomic_flag locked_;
};

int main() {
  SpinLock spin;
  int counter = 0;  // guarded by spin
  auto add = [&] {
    std::lock_guard lock(spin);
    ++counter;
  };
  std::thread first(add);
  std::thread second(add);
  std::thread third(add);
  first.join();
  second.join();
  third.join();
  assert(counter == 3);
}
