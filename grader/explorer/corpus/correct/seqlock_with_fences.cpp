// finding: none
// A seqlock with relaxed data and two fences: a reader that saw any new data also sees that the
// version has moved, and tries again.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<unsigned> version{0};
  std::atomic<int> left{1};
  std::atomic<int> right{-1};

  std::thread writer([&] {
    version.store(1, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);  // pairs with the reader's fence
    left.store(5, std::memory_order_relaxed);
    right.store(-5, std::memory_order_relaxed);
    version.store(2, std::memory_order_release);  // pairs with the reader's first load
  });
  auto read = [&] {
    unsigned before = 0;
    unsigned after = 0;
    int sum = 0;
    do {
      before = version.load(std::memory_order_acquire);
      sum = left.load(std::memory_order_relaxed) + right.load(std::memory_order_relaxed);
      std::atomic_thread_fence(std::memory_order_acquire);
      after = version.load(std::memory_order_relaxed);
    } while (before % 2 != 0 || before != after);
    assert(sum == 0);
  };
  std::thread reader(read);
  read();
  writer.join();
  reader.join();
}
