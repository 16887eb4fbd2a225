// finding: nondeterminism
// A worker takes the long way round when the address of its (leaked) block has bit 12 set.
// Where the block lies differs from run to run, and from call to call as each call leaves its block behind.
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>

int main() {
  std::atomic<int> steps{0};
  const auto* block = std::make_unique<std::array<char, 4096>>().release();
  std::thread worker([&] {
    ++steps;
    if ((reinterpret_cast<std::uintptr_t>(block) >> 12U) % 2 == 1) ++steps;
  });
  worker.join();
}
