// finding: none
// A recursive maximum: each level gives one half to a new thread, does the other half itself and
// joins. Threads start threads, and each result is read after its join.
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <thread>
#include <vector>

int maximum(std::span<const int> numbers) {
  if (numbers.size() == 1) {
    return numbers.front();
  }
  const std::size_t half = numbers.size() / 2;
  int left = 0;
  std::thread helper([&] { left = maximum(numbers.first(half)); });
  const int right = maximum(numbers.subspan(half));
  helper.join();
  return std::max(left, right);
}

int main() {
  const std::vector<int> numbers{3, 9, 4, 1};
  assert(maximum(numbers) == 9);
}
