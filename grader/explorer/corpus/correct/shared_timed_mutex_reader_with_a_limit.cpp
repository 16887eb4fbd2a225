// finding: none
// thread-sanitizer: false alarm
// The reader waits with a limit for the shared lock and does without the value when time is up.
// The writer waits with a limit too, then without one.
#include <cassert>
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::shared_timed_mutex mutex;
  int value = 1;  // guarded by mutex
  int seen = 0;   // the reader's own

  std::thread reader([&] {
    std::shared_lock lock(mutex, 20ms);
    if (lock) {
      seen = value;
    }
  });
  std::thread writer([&] {
    std::unique_lock lock(mutex, 20ms);
    if (!lock) {
      lock.lock();
    }
    value = 2;
  });
  reader.join();
  writer.join();

  assert(value == 2);
  assert(seen >= 0 && seen <= 2);
}
