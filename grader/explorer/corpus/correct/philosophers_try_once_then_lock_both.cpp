// finding: none
// A philosopher first tries for both forks; std::try_lock gives back what it got when it cannot
// have all. Refused, it steps back and takes both at once through scoped_lock.
#include <array>
#include <cassert>
#include <cstddef>
#include <mutex>
#include <thread>

int main() {
  std::array<std::mutex, 3> forks;
  std::array<int, 3> uses{};  // each element is guarded by the fork of the same number

  auto dine = [&](std::size_t left) {
    const std::size_t right = (left + 1) % forks.size();
    auto eat = [&] {
      ++uses[left];
      ++uses[right];
    };
    if (std::try_lock(forks[left], forks[right]) == -1) {
      std::scoped_lock both(std::adopt_lock, forks[left], forks[right]);
      eat();
    } else {
      std::this_thread::yield();
      std::scoped_lock both(forks[left], forks[right]);
      eat();
    }
  };
  std::thread ann(dine, 0);
  std::thread bob(dine, 1);
  std::thread cem(dine, 2);
  ann.join();
  bob.join();
  cem.join();

  assert((uses == std::array<int, 3>{2, 2, 2}));
}
