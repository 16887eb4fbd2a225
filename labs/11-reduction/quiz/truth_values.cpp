#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<bool> parts(2);
  std::thread one([&] { parts[0] = true; });
  std::thread two([&] { parts[1] = true; });
  one.join();
  two.join();
  std::printf("%d\n", parts[0] && parts[1] ? 1 : 0);
}
