// finding: none
// Each thread arrives when its part is written, does something of its own, and waits only when it
// needs the other's part.
#include <array>
#include <barrier>
#include <cassert>
#include <cstddef>
#include <thread>
#include <utility>

int main() {
  std::array<int, 2> part{};
  std::array<int, 2> result{};  // each element is its thread's own until joined
  std::barrier ready(2);

  auto work = [&](std::size_t self) {
    part[self] = static_cast<int>(self) + 1;
    auto phase = ready.arrive();
    const int own = 10 * part[self];
    ready.wait(std::move(phase));
    result[self] = own + part[1 - self];
  };
  std::thread first(work, 0);
  std::thread second(work, 1);
  first.join();
  second.join();

  assert(result[0] == 12);
  assert(result[1] == 21);
}
