// finding: assertion
// A barrier made of an atomic count: arrive, then spin until two have arrived; used for two rounds.
// The count is not counted per round: in round two a thread passes as soon as it has arrived itself.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> arrived{0};
  std::array<std::atomic<int>, 2> rounds_done{0, 0};
  const auto run = [&](int me) {
    for (int round = 1; round <= 2; ++round) {
      rounds_done[me] = round;
      ++arrived;
      while (arrived < 2) std::this_thread::yield();
      assert(rounds_done[1 - me] >= round);
    }
  };
  std::thread first([&] { run(0); });
  std::thread second([&] { run(1); });
  first.join();
  second.join();
}
