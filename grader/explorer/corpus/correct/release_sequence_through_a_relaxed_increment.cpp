// finding: none
// The reader sees the value of a relaxed increment, not of the release store itself; the increment
// continues the release sequence, so the reader still synchronizes with the store.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  int data = 0;  // written before stage 1
  std::atomic<int> stage{0};

  std::thread writer([&] {
    data = 5;
    stage.store(1, std::memory_order_release);  // heads the release sequence
  });
  std::thread passer([&] {
    while (stage.load(std::memory_order_relaxed) != 1) {
      std::this_thread::yield();
    }
    stage.fetch_add(1, std::memory_order_relaxed);  // continues it
  });
  std::thread reader([&] {
    while (stage.load(std::memory_order_acquire) != 2) {
      std::this_thread::yield();
    }
    assert(data == 5);
  });
  writer.join();
  passer.join();
  reader.join();
}
