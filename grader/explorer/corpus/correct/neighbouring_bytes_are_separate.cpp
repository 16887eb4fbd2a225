// finding: none
// Threads write neighbouring bytes of one word, and bit-fields parted by a zero-length one: each is
// a memory location of its own, so nothing races and nothing is lost.
#include <array>
#include <cassert>
#include <thread>

struct Flags {
  unsigned low : 3;
  unsigned : 0;  // what follows is another memory location
  unsigned high : 3;
};

int main() {
  std::array<char, 2> bytes{'?', '?'};
  Flags flags{0, 0};

  std::thread first([&] {
    bytes[0] = 'a';
    flags.low = 5;
  });
  std::thread second([&] {
    bytes[1] = 'b';
    flags.high = 6;
  });
  first.join();
  second.join();

  assert(bytes[0] == 'a' && bytes[1] == 'b');
  assert(flags.low == 5 && flags.high == 6);
}
