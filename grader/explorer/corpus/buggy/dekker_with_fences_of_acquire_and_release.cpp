// finding: data-race
// memory: weak
// The entry of Dekker's algorithm, with a fence between the store of one's own wish and the look at the other's. The
// fence is acq_rel, where only seq_cst orders a store before a later load.
#include <array>
#include <atomic>
#include <cstddef>
#include <thread>

int main() {
  std::array<std::atomic<bool>, 2> wants{false, false};
  int counter = 0;  // guarded by the algorithm
  const auto add_if_alone = [&](std::size_t self) {
    wants[self].store(true, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_acq_rel);
    if (!wants[1 - self].load(std::memory_order_relaxed)) ++counter;
  };
  std::thread first(add_if_alone, 0);
  std::thread second(add_if_alone, 1);
  first.join();
  second.join();
}
