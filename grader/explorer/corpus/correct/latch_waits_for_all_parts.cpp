// finding: none
// Each worker writes its own element and counts the latch down; the reader waits for the latch and
// then reads all elements without any lock.
#include <array>
#include <cassert>
#include <latch>
#include <thread>

int main() {
  std::array<int, 2> parts{};
  std::latch written(2);

  std::thread first([&] {
    parts[0] = 3;
    written.count_down();
  });
  std::thread second([&] {
    parts[1] = 4;
    written.count_down();
  });
  std::thread reader([&] {
    written.wait();
    assert(parts[0] + parts[1] == 7);
  });
  first.join();
  second.join();
  reader.join();
}
