// finding: early-exit
// A worker that finds no work calls std::exit, as if it could leave only itself.
// That ends the whole process while the other threads are at work; it happens when the boss comes second.
#include <cstdlib>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int jobs = 0;  // guarded by mutex
  std::thread boss([&] {
    std::scoped_lock lock(mutex);
    ++jobs;
  });
  std::thread worker([&] {
    std::unique_lock lock(mutex);
    if (jobs == 0) std::exit(0);
    --jobs;
  });
  boss.join();
  worker.join();
}
