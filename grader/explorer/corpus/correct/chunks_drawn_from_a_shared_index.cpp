// finding: none
// Two workers draw the next element from a relaxed atomic index, so each element belongs to exactly
// one of them; join makes the results visible to main.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  std::array<int, 4> numbers{1, 2, 3, 4};  // an element is touched by the thread that drew its index
  std::atomic<std::size_t> next{0};

  auto work = [&] {
    while (true) {
      // Relaxed is enough: the increment alone makes the index unique, nothing is published by it.
      const std::size_t i = next.fetch_add(1, std::memory_order_relaxed);
      if (i >= numbers.size()) {
        return;
      }
      numbers[i] *= numbers[i];
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();

  assert((numbers == std::array<int, 4>{1, 4, 9, 16}));
}
