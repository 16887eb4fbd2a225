// finding: none
// Each of two threads counts down by a recursion that is 2,500 calls deep, with some memory in each call.
#include <array>
#include <atomic>
#include <cassert>
#include <thread>

int depth_of(int left) {
  std::array<volatile int, 64> memory{};
  memory[left % 64] = 1;
  if (left == 0) return 0;
  return depth_of(left - 1) + memory[left % 64];
}

int main() {
  std::atomic<int> sum{0};
  const auto count = [&] { sum += depth_of(2500); };
  std::thread first(count);
  std::thread second(count);
  first.join();
  second.join();
  assert(sum == 5000);
}
