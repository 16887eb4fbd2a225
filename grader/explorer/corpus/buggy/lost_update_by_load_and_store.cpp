// finding: assertion
// Two threads add one to an atomic counter with a load and then a store.
// Each step is atomic and the pair is not: both can load 0 and store 1.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> counter{0};
  const auto increment = [&] { counter.store(counter.load() + 1); };
  std::thread first(increment);
  std::thread second(increment);
  first.join();
  second.join();
  assert(counter == 2);
}
