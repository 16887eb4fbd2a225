#include <cstdio>
#include <thread>
#include <vector>

int main() {
  const std::vector<int> costs{1, 1, 1, 9};
  int first = 0;
  int second = 0;
  std::thread one([&] { first = costs[0] + costs[1]; });
  std::thread two([&] { second = costs[2] + costs[3]; });
  one.join();
  two.join();
  std::printf("%d %d\n", first, second);
}
