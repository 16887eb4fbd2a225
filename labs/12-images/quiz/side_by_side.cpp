#include <array>
#include <cstdint>
#include <cstdio>
#include <thread>

std::array<std::uint8_t, 4> row{};

int main() {
  std::thread left([] { row[0] = row[1] = 1; });
  std::thread right([] { row[2] = row[3] = 2; });
  left.join();
  right.join();
  std::printf("%d %d %d %d\n", row[0], row[1], row[2], row[3]);
}
