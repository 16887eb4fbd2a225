// finding: use-after-free
// A call waits on a condition variable of its own stack, and returns when it sees that the work is done. The worker
// notifies after it has unlocked, when the call may be over.
#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

std::thread ask() {
  static std::mutex mutex;
  static bool done = false;  // guarded by mutex
  std::condition_variable finished;
  std::thread worker([&finished] {
    {
      const std::scoped_lock lock(mutex);
      done = true;
    }
    finished.notify_one();
  });
  std::unique_lock lock(mutex);
  finished.wait(lock, [] { return done; });
  return worker;
}

}  // namespace

int main() { ask().join(); }
