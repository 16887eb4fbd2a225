// finding: none
// Two threads take turns on one step number: each sleeps until the step is its own, works on the
// plain trace, moves the step on and wakes the other.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <thread>

int main() {
  std::atomic<std::size_t> step{0};
  std::array<char, 4> trace{};  // written by the thread whose step it is

  auto take_turns = [&](std::size_t mine, char name) {
    for (std::size_t turn = mine; turn < trace.size(); turn += 2) {
      for (std::size_t now = step.load(); now != turn; now = step.load()) {
        step.wait(now);
      }
      trace[turn] = name;
      step.store(turn + 1);
      step.notify_one();
    }
  };
  std::thread even(take_turns, 0, 'e');
  std::thread odd(take_turns, 1, 'o');
  even.join();
  odd.join();

  assert((trace == std::array<char, 4>{'e', 'o', 'e', 'o'}));
}
