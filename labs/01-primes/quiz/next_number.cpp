#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> next{0};

void take_a_number() { next = next + 1; }

int main() {
  std::thread one(take_a_number);
  std::thread two(take_a_number);
  one.join();
  two.join();
  std::printf("%d\n", next.load());
}
