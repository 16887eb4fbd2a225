#include <array>
#include <cstdio>
#include <thread>

std::array<int, 2> picture{1, 2};

int main() {
  std::thread left([] { picture[0] += picture[1]; });
  std::thread right([] { picture[1] += picture[0]; });
  left.join();
  right.join();
  std::printf("%d %d\n", picture[0], picture[1]);
}
