// finding: none
// Each thread allocates, fills and frees blocks of the same size. The allocator may give the one's
// old block to the other; that is no sharing, the allocator orders it.
#include <array>
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>

int main() {
  using Block = std::array<int, 4>;
  std::atomic<int> sum{0};

  auto fill_and_free = [&](int value) {
    for (int i = 0; i < 2; ++i) {
      auto block = std::make_unique<Block>();
      block->fill(value);
      sum += block->front();
    }
  };
  std::thread first(fill_and_free, 1);
  std::thread second(fill_and_free, 10);
  first.join();
  second.join();

  assert(sum == 22);
}
