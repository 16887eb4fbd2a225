// finding: data-race
// Each worker is to mark its own slot, but the loop variable is captured by reference.
// The loop's ++i is unordered with the worker's read of i.
#include <array>
#include <thread>
#include <vector>

int main() {
  std::array<int, 3> slots{};
  std::size_t i = 0;
  std::vector<std::jthread> workers;
  for (; i < 2; ++i) {
    workers.emplace_back([&] { slots[i] = 1; });
  }
}
