#include <atomic>
#include <climits>
#include <cstdio>
#include <thread>

std::atomic<int> least = INT_MAX;

void offer(int value) {
  if (value < least) least = value;
}

int main() {
  std::thread one(offer, 1);
  std::thread two(offer, 2);
  one.join();
  two.join();
  std::printf("%d\n", least.load());
}
