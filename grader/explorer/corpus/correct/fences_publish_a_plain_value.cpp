// finding: none
// thread-sanitizer: false alarm
// The flag itself is relaxed; a release fence before its store and an acquire fence after its load
// order the plain accesses around it.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  int value = 0;  // written before the release fence, read after the acquire fence
  std::atomic<bool> ready{false};

  std::thread writer([&] {
    value = 6;
    std::atomic_thread_fence(std::memory_order_release);  // pairs with the reader's fence
    ready.store(true, std::memory_order_relaxed);
  });
  std::thread reader([&] {
    while (!ready.load(std::memory_order_relaxed)) {
      std::this_thread::yield();
    }
    std::atomic_thread_fence(std::memory_order_acquire);  // pairs with the writer's fence
    assert(value == 6);
  });
  writer.join();
  reader.join();
}
