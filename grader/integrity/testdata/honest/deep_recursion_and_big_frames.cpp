#include <array>
long deep(int n) {
  std::array<char, 4096> frame{};
  frame[static_cast<std::size_t>(n) % 4096] = 1;
  return n == 0 ? 0 : frame[7] + deep(n - 1);
}
