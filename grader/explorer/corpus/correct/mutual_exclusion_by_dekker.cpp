// finding: none
// Dekker's algorithm with seq_cst atomics: of two threads that both want in, the one whose turn it
// is insists and the other steps back until the turn comes to it.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  std::array<std::atomic<bool>, 2> wants{false, false};
  std::atomic<std::size_t> turn{0};
  int counter = 0;  // guarded by the algorithm

  auto add = [&](std::size_t self) {
    const std::size_t other = 1 - self;
    wants[self].store(true);
    while (wants[other].load()) {
      if (turn.load() == other) {
        wants[self].store(false);
        while (turn.load() == other) {
          std::this_thread::yield();
        }
        wants[self].store(true);
      }
      std::this_thread::yield();
    }
    ++counter;
    turn.store(other);
    wants[self].store(false);
  };
  std::thread first(add, 0);
  std::thread second(add, 1);
  first.join();
  second.join();

  assert(counter == 2);
}
