// finding: deadlock
// main holds the lock while it joins the worker, and the worker needs that lock to finish.
// If main locks first, the join never returns.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  int progress = 0;  // guarded by mutex
  std::thread worker([&] {
    std::scoped_lock lock(mutex);
    ++progress;
  });
  std::scoped_lock lock(mutex);
  worker.join();
  ++progress;
}
