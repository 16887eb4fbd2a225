#include <atomic>
#include <memory>
struct Wide {
  long a, b;
};
std::atomic<long> ticks{0};
std::atomic_flag busy;
long ticked() {
  while (busy.test_and_set(std::memory_order_acquire)) busy.wait(true);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  long t = ticks.fetch_add(1, std::memory_order_relaxed);
  busy.clear(std::memory_order_release);
  busy.notify_one();
  return t;
}
long reference(long& x) { return std::atomic_ref(x).load(); }
