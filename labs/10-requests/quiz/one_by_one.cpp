#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<int> results;
  std::thread one([&] { results.push_back(1); });
  std::thread two([&] { results.push_back(2); });
  one.join();
  two.join();
  std::printf("%d%d", results[0], results[1]);
}
