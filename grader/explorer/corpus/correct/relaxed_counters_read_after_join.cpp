// finding: none
// The counters are relaxed, which is enough to lose nothing; join orders every increment before the
// final reads, so the sums are exact.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> hits{0};
  std::atomic<int> misses{0};

  auto look = [&](int n) {
    for (int i = 0; i < n; ++i) {
      auto& counter = i % 2 == 0 ? hits : misses;
      counter.fetch_add(1, std::memory_order_relaxed);
    }
  };
  std::thread first(look, 4);
  std::thread second(look, 3);
  first.join();
  second.join();

  assert(hits.load(std::memory_order_relaxed) == 4);
  assert(misses.load(std::memory_order_relaxed) == 3);
}
