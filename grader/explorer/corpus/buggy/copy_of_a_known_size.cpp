// finding: data-race
// Two threads copy blocks over the same one. The compiler knows the size, and could copy without a call of memcpy.
#include <array>
#include <cstring>
#include <thread>

int main() {
  std::array<char, 64> shared{};
  const auto work = [&shared](char byte) {
    std::array<char, 64> own{};
    own.fill(byte);
    std::memcpy(shared.data(), own.data(), sizeof own);
  };
  std::thread first(work, 'a');
  std::thread second(work, 'b');
  first.join();
  second.join();
}
