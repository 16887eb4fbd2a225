// finding: livelock
// Two guests share one turn at a door, and each gives the turn away while the other still waits.
// Both wait from the start, so the turn goes back and forth for ever and nobody passes.
#include <array>
#include <atomic>
#include <thread>

int main() {
  std::atomic<int> turn{0};
  std::array<std::atomic<bool>, 2> waits{true, true};
  const auto pass = [&](int me) {
    const int other = 1 - me;
    while (waits[me]) {
      if (turn != me) {
        std::this_thread::yield();
      } else if (waits[other]) {
        turn = other;  // after you
      } else {
        waits[me] = false;
      }
    }
  };
  std::thread first([&] { pass(0); });
  std::thread second([&] { pass(1); });
  first.join();
  second.join();
}
