#include <atomic>
#include <thread>

#include "tiny.h"

int next(int n) { return n + 1; }

// Right, but ThreadSanitizer alone does not see the order that the fences make.
int answer() {
  int result = 0;
  std::atomic<bool> ready = false;
  std::jthread writer([&] {
    result = 42;
    std::atomic_thread_fence(std::memory_order_release);
    ready.store(true, std::memory_order_relaxed);  // pairs with the load below
  });
  while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
  std::atomic_thread_fence(std::memory_order_acquire);
  return result;
}
