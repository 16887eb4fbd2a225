// finding: assertion
// memory: weak
// A seqlock whose reader looks at the version a second time without an acquire fence before: it may see the version as
// it was although it has read new data.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<unsigned> version{0};
  std::atomic<int> left{1};
  std::atomic<int> right{-1};

  std::thread writer([&] {
    version.store(1, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
    left.store(5, std::memory_order_relaxed);
    right.store(-5, std::memory_order_relaxed);
    version.store(2, std::memory_order_release);
  });
  const unsigned before = version.load(std::memory_order_acquire);
  const int sum = left.load(std::memory_order_relaxed) + right.load(std::memory_order_relaxed);
  const unsigned after = version.load(std::memory_order_relaxed);
  if (before % 2 == 0 && before == after) assert(sum == 0);
  writer.join();
}
