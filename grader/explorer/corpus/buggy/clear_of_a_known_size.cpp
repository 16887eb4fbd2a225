// finding: data-race
// Two threads clear the same block. The compiler knows the size, and could clear it without a call of memset.
#include <array>
#include <cstring>
#include <thread>

int main() {
  std::array<char, 64> shared{};
  const auto work = [&shared] { std::memset(shared.data(), 0, sizeof shared); };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();
}
