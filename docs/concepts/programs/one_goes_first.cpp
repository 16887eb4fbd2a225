#include <array>
#include <atomic>
#include <thread>

std::array<std::atomic<bool>, 2> wants{};
std::atomic<std::size_t> guest = 0;  // goes first when both want to

void pass(std::size_t me) {
  wants[me] = true;
  guest = 1 - me;
  while (wants[1 - me] && guest != me) {
  }
  wants[me] = false;
}

int main() {
  std::thread other(pass, 1);
  pass(0);
  other.join();
}
