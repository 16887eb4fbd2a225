// finding: none
// A ticket lock: every thread draws a number and waits until it is called, so the lock is fair.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

class TicketLock {
 public:
  void lock() {
    const unsigned ticket = next_.fetch_add(1, std::memory_order_relaxed);
    while (serving_.load(std::memory_order_acquire) != ticket) {  // pairs with unlock()
      std::this_thread::yield();
    }
  }
  void unlock() {
    // Only the holder writes serving_, so a relaxed load reads its own latest value.
    const unsigned done = serving_.load(std::memory_order_relaxed);
    serving_.store(done + 1, std::memory_order_release);
  }

 private:
  std::atomic<unsigned> next_{0};
  std::atomic<unsigned> serving_{0};
};

int main() {
  TicketLock mutex;
  int served = 0;  // guarded by mutex
  auto visit = [&] {
    std::lock_guard lock(mutex);
    ++served;
  };
  std::thread ann(visit);
  std::thread bob(visit);
  std::thread cem(visit);
  ann.join();
  bob.join();
  cem.join();
  assert(served == 3);
}
