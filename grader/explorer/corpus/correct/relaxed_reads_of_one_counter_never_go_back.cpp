// finding: none
// Even relaxed loads of a single atomic follow its one modification order: the second look of a
// thread is never older than its first.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> clock{0};

  auto look_twice = [&] {
    const int earlier = clock.load(std::memory_order_relaxed);
    const int later = clock.load(std::memory_order_relaxed);
    assert(earlier <= later);
  };
  std::thread ticker([&] {
    for (int tick = 1; tick <= 3; ++tick) {
      clock.store(tick, std::memory_order_relaxed);
    }
  });
  std::thread ann(look_twice);
  std::thread bob(look_twice);
  ticker.join();
  ann.join();
  bob.join();
}
