// finding: none
// main looks at the states of forty workers, over and over, until the last one is up.
#include <array>
#include <atomic>
#include <thread>

int main() {
  std::array<std::atomic<int>, 40> state{};
  for (auto& one : state) one.store(1);
  state.back().store(0);
  std::thread last([&] { state.back().store(1); });
  for (bool up = false; !up;) {
    up = true;
    for (const auto& one : state) {
      if (one.load() == 0) up = false;
    }
  }
  last.join();
}
