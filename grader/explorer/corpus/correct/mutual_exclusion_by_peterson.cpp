// finding: none
// Peterson's algorithm for two threads with seq_cst atomics: say that you want in, give the other
// precedence, wait while it wants in and has precedence.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  std::array<std::atomic<bool>, 2> wants{false, false};
  std::atomic<std::size_t> goes_first{0};
  int counter = 0;  // guarded by the algorithm

  auto add = [&](std::size_t self) {
    const std::size_t other = 1 - self;
    wants[self].store(true);
    goes_first.store(other);
    while (wants[other].load() && goes_first.load() == other) {
      std::this_thread::yield();
    }
    ++counter;
    wants[self].store(false);
  };
  std::thread first(add, 0);
  std::thread second(add, 1);
  first.join();
  second.join();

  assert(counter == 2);
}
