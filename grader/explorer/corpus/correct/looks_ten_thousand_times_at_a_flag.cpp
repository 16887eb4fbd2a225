// finding: none
// A loop that ends by its own count looks at a stop flag in each round. Nobody sets the flag, and the loop ends.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<bool> stop{false};
  long sum = 0;
  std::thread worker([&] {
    for (int i = 0; i < 10'000 && !stop.load(); ++i) sum += i;
  });
  worker.join();
  assert(sum == 49'995'000);
}
