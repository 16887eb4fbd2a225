// finding: none
// The monitor wakes up on every time-out to count a beat and ends when it is told to: it looks at
// the flag itself, so it makes no difference why it woke.
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::mutex mutex;
  std::condition_variable told;
  bool over = false;  // guarded by mutex
  int beats = 0;      // guarded by mutex

  std::thread monitor([&] {
    std::unique_lock lock(mutex);
    while (!over) {
      ++beats;
      told.wait_for(lock, 1ms);
    }
  });
  {
    std::lock_guard lock(mutex);
    over = true;
  }
  told.notify_one();
  monitor.join();

  assert(beats >= 0);
}
