// finding: data-race
// The warmer clears the miss counter and then announces the cache; the asker counts a miss if it comes too early.
// Only on that branch does the asker write `misses`, unordered with the warmer's write.
#include <atomic>
#include <thread>

int main() {
  std::atomic<bool> warm{false};
  int misses = 0;
  std::thread warmer([&] {
    misses = 0;
    warm = true;
  });
  std::thread asker([&] {
    if (!warm) ++misses;
  });
  warmer.join();
  asker.join();
}
