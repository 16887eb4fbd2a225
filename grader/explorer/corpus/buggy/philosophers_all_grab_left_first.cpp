// finding: deadlock
// Three philosophers each take the fork to the left and then the fork to the right.
// When all three hold their left fork, each waits for its neighbour: a cycle of three.
#include <array>
#include <mutex>
#include <thread>
#include <vector>

int main() {
  std::array<std::mutex, 3> forks;
  std::vector<std::jthread> philosophers;
  for (std::size_t seat = 0; seat < forks.size(); ++seat) {
    philosophers.emplace_back([&forks, seat] {
      std::scoped_lock left(forks[seat]);
      std::scoped_lock right(forks[(seat + 1) % forks.size()]);
    });
  }
}
