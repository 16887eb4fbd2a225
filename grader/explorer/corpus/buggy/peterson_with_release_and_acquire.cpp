// finding: assertion
// memory: weak
// Peterson's lock with release stores and acquire loads. Neither keeps a load from being made before the thread's own
// earlier store is seen: both threads find that the other does not want in.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::array<std::atomic<bool>, 2> wants{false, false};
  std::atomic<int> turn{0};
  std::atomic<int> inside{0};
  const auto enter = [&](int me) {
    wants[me].store(true, std::memory_order_release);
    turn.store(1 - me, std::memory_order_release);
    while (wants[1 - me].load(std::memory_order_acquire) && turn.load(std::memory_order_acquire) == 1 - me)
      std::this_thread::yield();
    assert(++inside == 1);
    --inside;
    wants[me].store(false, std::memory_order_release);
  };
  std::thread first([&] { enter(0); });
  std::thread second([&] { enter(1); });
  first.join();
  second.join();
}
