// Right: a lock of relaxed exchanges with fences. RACE writes once more between the last fence and the store.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<int> held = 0;

void add() {
  int free = 0;
  while (!held.compare_exchange_weak(free, 1, std::memory_order_relaxed)) {
    free = 0;
    std::this_thread::yield();
  }
  std::atomic_thread_fence(std::memory_order_seq_cst);
  ++value;
  std::atomic_thread_fence(std::memory_order_seq_cst);
#ifdef RACE
  ++value;
#endif
  held.store(0, std::memory_order_relaxed);
}

int main() {
  std::thread other(add);
  add();
  other.join();
  return value == 2 ? 0 : 1;
}
