// finding: none
// Three runners meet at a latch before any of them starts, so each one sees the shoes that all have
// put on before.
#include <array>
#include <cassert>
#include <cstddef>
#include <latch>
#include <thread>

int main() {
  std::array<int, 3> shoes{};
  std::latch line(3);

  auto run = [&](std::size_t lane) {
    shoes[lane] = 2;
    line.arrive_and_wait();
    assert(shoes[0] + shoes[1] + shoes[2] == 6);
  };
  std::thread first(run, 0);
  std::thread second(run, 1);
  std::thread third(run, 2);
  first.join();
  second.join();
  third.join();
}
