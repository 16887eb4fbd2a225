// finding: early-exit
// A watchdog ends the process with std::_Exit when the worker has not shown any sign of life.
// It looks once, and can look before the worker had a chance to run.
#include <atomic>
#include <cstdlib>
#include <thread>

int main() {
  std::atomic<bool> alive{false};
  std::thread worker([&] { alive = true; });
  std::thread watchdog([&] {
    if (!alive) std::_Exit(1);
  });
  worker.join();
  watchdog.join();
}
