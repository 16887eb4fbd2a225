// finding: none
// thread-sanitizer: false alarm
// Owners let go with a release decrement; only the last one, before it frees, passes an acquire
// fence, which pairs with all the decrements before its own.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <memory>
#include <thread>

struct Shared {
  std::atomic<int> owners{2};
  std::array<int, 2> marks{};  // each owner writes its own
};

int main() {
  auto block = std::make_unique<Shared>();
  int total = 0;  // written by the last owner only, read after join

  auto use_and_let_go = [&](std::size_t self) {
    block->marks[self] = 2;
    if (block->owners.fetch_sub(1, std::memory_order_release) == 1) {
      std::atomic_thread_fence(std::memory_order_acquire);
      total = block->marks[0] + block->marks[1];
      block.reset();
    }
  };
  std::thread first(use_and_let_go, 0);
  std::thread second(use_and_let_go, 1);
  first.join();
  second.join();

  assert(total == 4);
}
