// finding: exception
// A thread gives its lock back early when there is nothing to do, and once more at the end in every case.
// The second unlock() of a std::unique_lock that no longer owns its mutex throws a system_error.
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
    if (jobs == 0) {
      lock.unlock();
    } else {
      --jobs;
    }
    lock.unlock();
  });
  boss.join();
  worker.join();
}
