// finding: data-race
// A thread copies a block of memory while another still writes into it.
#include <array>
#include <cstring>
#include <thread>

int main() {
  std::array<int, 32> source{};
  std::array<int, 32> copy{};
  std::size_t size = sizeof source;
  std::thread writer([&] { source[7] = 1; });
  std::thread copier([&] { std::memcpy(copy.data(), source.data(), size); });
  writer.join();
  copier.join();
}
