// finding: none
// Each of two threads fills a local array of 300 KB: more than a small stack has.
#include <algorithm>
#include <array>
#include <cassert>
#include <thread>

long sum_of(char value) {
  char text[300 * 1024];
  std::fill(std::begin(text), std::end(text), '\0');
  for (std::size_t i = 0; i < sizeof text; i += 1024) text[i] = value;
  return std::count(std::begin(text), std::end(text), value);
}

int main() {
  std::array<long, 2> sums{};
  std::thread first([&] { sums[0] = sum_of('a'); });
  std::thread second([&] { sums[1] = sum_of('b'); });
  first.join();
  second.join();
  assert(sums[0] == 300 && sums[1] == 300);
}
