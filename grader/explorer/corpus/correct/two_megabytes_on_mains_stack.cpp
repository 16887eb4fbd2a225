// finding: none
// main has a local array of 2 MB, of which two threads write one end each.
#include <cassert>
#include <thread>

int main() {
  char text[2 << 20];
  std::thread first([&] { text[0] = 'a'; });
  std::thread second([&] { text[sizeof text - 1] = 'b'; });
  first.join();
  second.join();
  assert(text[0] == 'a' && text[sizeof text - 1] == 'b');
}
