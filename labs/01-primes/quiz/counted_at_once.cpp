#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> next{0};
int first = 0;
int second = 0;

int main() {
  std::thread one([] { first = next++; });
  std::thread two([] { second = next++; });
  one.join();
  two.join();
  std::printf("%d %d\n", first, second);
}
