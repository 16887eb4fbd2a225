// A race whose one side is an atomic operation, of which the report must name the line.
#include <atomic>
#include <thread>

alignas(8) int value = 0;  // of eight bytes that two variables share ThreadSanitizer forgets one
alignas(8) std::atomic<bool> stored = false;

int main() {
  std::thread other([] {
    std::atomic_ref(value).store(1, std::memory_order_relaxed);  // line 10
    stored.store(true, std::memory_order_relaxed);
  });
  while (!stored.load(std::memory_order_relaxed)) std::this_thread::yield();
  const int seen = value;  // line 14
  other.join();
  return seen > 1 ? 1 : 0;
}
