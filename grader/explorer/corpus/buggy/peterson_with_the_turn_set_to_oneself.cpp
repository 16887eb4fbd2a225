// finding: assertion
// Peterson's lock for two threads, but each gives the turn to itself and waits while it is the other's.
// The thread that sets the turn last goes straight in, even if the other is already inside.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::array<std::atomic<bool>, 2> wants{false, false};
  std::atomic<int> turn{0};
  std::atomic<int> inside{0};
  const auto enter = [&](int me) {
    wants[me] = true;
    turn = me;  // 1 - me would be right
    while (wants[1 - me] && turn == 1 - me) std::this_thread::yield();
    assert(++inside == 1);
    --inside;
    wants[me] = false;
  };
  std::thread first([&] { enter(0); });
  std::thread second([&] { enter(1); });
  first.join();
  second.join();
}
