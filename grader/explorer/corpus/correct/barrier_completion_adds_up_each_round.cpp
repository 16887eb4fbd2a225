// finding: none
// Two workers meet at a barrier twice; its completion function adds up their plain contributions
// while nobody else runs between the rounds.
#include <array>
#include <barrier>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  std::array<int, 2> share{};
  int total = 0;  // touched by the completion function; read after a round
  auto add_up = [&]() noexcept { total += share[0] + share[1]; };
  std::barrier round_end(2, add_up);

  auto work = [&](std::size_t self) {
    share[self] = 1;
    round_end.arrive_and_wait();
    assert(total == 2);
    share[self] = 2;
    round_end.arrive_and_wait();
    assert(total == 6);
  };
  std::thread first(work, 0);
  std::thread second(work, 1);
  first.join();
  second.join();
}
