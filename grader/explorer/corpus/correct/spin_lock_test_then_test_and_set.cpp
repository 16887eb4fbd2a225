// finding: none
// Test-and-test-and-set: a waiter spins on loads and tries to take the lock only when it looks
// free; the exchange alone decides who gets it.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

class SpinLock {
 public:
  void lock() {
    while (locked_.exchange(true)) {
      while (locked_.load()) {
        std::this_thread::yield();
      }
    }
  }
  bool try_lock() { return !locked_.load() && !locked_.exchange(true); }
  void unlock() { locked_.store(false); }

 private:
  std::atomic<bool> locked_{false};
};

int main() {
  SpinLock spin;
  int counter = 0;  // guarded by spin
  bool added = false;
  std::thread patient([&] {
    std::lock_guard lock(spin);
    counter += 10;
  });
  std::thread hasty([&] {
    std::unique_lock lock(spin, std::try_to_lock);
    added = lock.owns_lock();
    if (added) ++counter;
  });
  patient.join();
  hasty.join();
  assert(counter == (added ? 11 : 10));
}
