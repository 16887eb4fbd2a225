// finding: none
// Two independent seq_cst stores, and two threads that read the flags in opposite orders: they
// cannot disagree about which store came first.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<bool> red{false};
  std::atomic<bool> blue{false};
  bool red_came_first = false;   // its thread's own until joined
  bool blue_came_first = false;  // likewise

  std::thread red_writer([&] { red.store(true); });
  std::thread blue_writer([&] { blue.store(true); });
  std::thread red_reader([&] { red_came_first = red.load() && !blue.load(); });
  std::thread blue_reader([&] { blue_came_first = blue.load() && !red.load(); });
  red_writer.join();
  blue_writer.join();
  red_reader.join();
  blue_reader.join();

  assert(!(red_came_first && blue_came_first));
}
