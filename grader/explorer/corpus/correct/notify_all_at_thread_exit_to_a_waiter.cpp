// finding: none
// The worker keeps the lock until it has ended, then the library unlocks and notifies. Both threads
// are joined before the condition variable is destroyed.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

int main() {
  std::mutex mutex;
  std::condition_variable finished;
  bool done = false;  // guarded by mutex

  std::thread worker([&] {
    std::unique_lock lock(mutex);
    done = true;
    std::notify_all_at_thread_exit(finished, std::move(lock));
  });
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    finished.wait(lock, [&] { return done; });
    assert(done);
  });
  waiter.join();
  worker.join();
}
