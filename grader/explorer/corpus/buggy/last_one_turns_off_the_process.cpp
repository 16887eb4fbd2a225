// finding: early-exit
// The last of three threads to leave calls std::quick_exit, so that "the program ends when all is done".
// main, which is to sum up after the joins, may not get there.
#include <atomic>
#include <cstdlib>
#include <thread>
#include <vector>

int main() {
  std::atomic<int> present{3};
  std::vector<std::jthread> guests(3);
  for (auto& guest : guests) {
    guest = std::jthread([&] {
      if (--present == 0) std::quick_exit(0);
    });
  }
}
