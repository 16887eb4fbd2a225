// finding: none
// The barrier is a static variable: the memory that its constructor has allocated before main keeps the phase, and must
// be put back with it.
#include <array>
#include <barrier>
#include <cassert>
#include <thread>

std::barrier<> round_end(2);
std::array<int, 2> share{};

int main() {
  const auto work = [](std::size_t self) {
    share[self] = 1;
    round_end.arrive_and_wait();
    assert(share[0] + share[1] == 2);
    round_end.arrive_and_wait();
    share[self] = 2;
  };
  std::thread first(work, 0);
  std::thread second(work, 1);
  first.join();
  second.join();
  assert(share[0] + share[1] == 4);
}
