#include <array>
#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> next = 0;
std::array<int, 2> blocks{};

void work(int worker) {
  while (next++ < 2) ++blocks[static_cast<unsigned>(worker)];
}

int main() {
  std::thread one(work, 0);
  std::thread two(work, 1);
  one.join();
  two.join();
  std::printf("%d %d\n", blocks[0], blocks[1]);
}
