#include <array>
#include <atomic>
#include <thread>

std::atomic<std::size_t> turn = 0;
std::array<std::atomic<bool>, 2> waits{true, true};

void pass(std::size_t me) {
  const std::size_t other = 1 - me;
  while (waits[me]) {
    if (turn != me) continue;
    waits[me] = false;
    turn = other;
  }
}

int main() {
  std::thread other(pass, 1);
  pass(0);
  other.join();
}
