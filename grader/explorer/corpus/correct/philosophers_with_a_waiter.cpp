// finding: none
// thread-sanitizer: false alarm
// Each philosopher takes the left fork first, but a waiter lets only two of three sit down at a
// time, so one always gets both forks. (The alarm is about the lock order, harmless here.)
#include <array>
#include <cassert>
#include <cstddef>
#include <mutex>
#include <semaphore>
#include <thread>

int main() {
  std::array<std::mutex, 3> forks;
  std::array<int, 3> uses{};  // each element is guarded by the fork of the same number
  std::counting_semaphore<2> chairs(2);

  auto dine = [&](std::size_t left) {
    const std::size_t right = (left + 1) % forks.size();
    chairs.acquire();
    {
      std::lock_guard left_fork(forks[left]);
      std::lock_guard right_fork(forks[right]);
      ++uses[left];
      ++uses[right];
    }
    chairs.release();
  };
  std::thread ann(dine, 0);
  std::thread bob(dine, 1);
  std::thread cem(dine, 2);
  ann.join();
  bob.join();
  cem.join();

  assert((uses == std::array<int, 3>{2, 2, 2}));
}
