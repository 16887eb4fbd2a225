// finding: none
// Three philosophers; each takes the fork with the lower number first, so no circle of waiting can
// close.
#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <mutex>
#include <thread>

int main() {
  std::array<std::mutex, 3> forks;
  std::atomic<int> meals{0};

  auto dine = [&](std::size_t seat) {
    const std::size_t left = seat;
    const std::size_t right = (seat + 1) % forks.size();
    std::lock_guard lower(forks[std::min(left, right)]);
    std::lock_guard upper(forks[std::max(left, right)]);
    ++meals;
  };
  std::thread ann(dine, 0);
  std::thread bob(dine, 1);
  std::thread cem(dine, 2);
  ann.join();
  bob.join();
  cem.join();

  assert(meals == 3);
}
