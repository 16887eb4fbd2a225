// finding: livelock
// Two friends choose between two films; whoever sees that the other prefers the other film gives in.
// The barriers make them decide in step: they swap their wishes in each round and never agree.
#include <array>
#include <atomic>
#include <barrier>
#include <thread>

int main() {
  std::array<std::atomic<int>, 2> wish{0, 1};
  std::barrier in_step(2);
  const auto choose = [&](int me) {
    while (true) {
      const int other_wish = wish[1 - me];
      if (other_wish == wish[me]) return;
      in_step.arrive_and_wait();
      wish[me] = other_wish;
      in_step.arrive_and_wait();
    }
  };
  std::thread first([&] { choose(0); });
  std::thread second([&] { choose(1); });
  first.join();
  second.join();
}
