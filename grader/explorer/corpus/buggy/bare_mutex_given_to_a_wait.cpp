// finding: lock-misuse
// A condition_variable_any takes anything that can be locked: here the bare mutex, after its guard has gone.
// wait() begins by unlocking that mutex, which the thread no longer holds.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable_any changed;
  bool open = false;  // guarded by mutex
  std::thread visitor([&] {
    bool must_wait = false;
    {
      std::scoped_lock lock(mutex);
      must_wait = !open;
    }
    if (must_wait) {
      changed.wait(mutex);
      mutex.unlock();
    }
  });
  std::thread porter([&] {
    std::scoped_lock lock(mutex);
    open = true;
    changed.notify_all();
  });
  visitor.join();
  porter.join();
}
