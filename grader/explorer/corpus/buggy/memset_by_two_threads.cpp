// finding: data-race
// Two threads fill the same array through a function of the C library.
// The function is not compiled with the program, so only its call tells what it writes: the two are not ordered.
#include <array>
#include <cstring>
#include <thread>

int main() {
  std::array<char, 64> text{};
  std::size_t size = text.size();
  const auto fill = [&](int byte) { std::memset(text.data(), byte, size); };
  std::thread first([&] { fill('a'); });
  std::thread second([&] { fill('b'); });
  first.join();
  second.join();
}
