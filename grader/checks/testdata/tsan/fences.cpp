// Right: a fence on both sides, and all operations relaxed. RACE has the fences where they order nothing.
#include <atomic>
#include <thread>

int value = 0;
std::atomic<bool> ready = false;

int main() {
  std::thread writer([] {
#ifdef RACE
    std::atomic_thread_fence(std::memory_order_release);
    value = 1;
#else
    value = 1;
    std::atomic_thread_fence(std::memory_order_release);
#endif
    ready.store(true, std::memory_order_relaxed);
  });
  while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
  std::atomic_thread_fence(std::memory_order_acquire);
  const int seen = value;
  writer.join();
  return seen - 1;
}
