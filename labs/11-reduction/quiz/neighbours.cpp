#include <array>
#include <cstdio>
#include <thread>

int main() {
  std::array<int, 2> parts{};
  std::thread one([&] { parts[0] = 1; });
  std::thread two([&] { parts[1] = 1; });
  one.join();
  two.join();
  std::printf("%d\n", parts[0] + parts[1]);
}
