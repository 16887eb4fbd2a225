#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<int> results(2);
  std::thread one([&] { results[0] = 1; });
  std::thread two([&] { results[1] = 2; });
  one.join();
  two.join();
  std::printf("%d%d", results[0], results[1]);
}
