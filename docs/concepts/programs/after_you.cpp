#include <array>
#include <atomic>
#include <thread>

std::array<std::atomic<bool>, 2> wants{};

void pass(std::size_t me) {
  wants[me] = true;
  while (wants[1 - me]) {  // after you!
    wants[me] = false;
    wants[me] = true;
  }
  wants[me] = false;
}

int main() {
  std::thread other(pass, 1);
  pass(0);
  other.join();
}
