// finding: none
// The consumer waits for a flag with a predicate, so neither an early notification nor a spurious
// wake-up can mislead it.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;  // guarded by mutex
  int message = 0;     // guarded by mutex

  std::thread consumer([&] {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return ready; });
    assert(message == 7);
  });
  std::thread producer([&] {
    {
      std::lock_guard lock(mutex);
      message = 7;
      ready = true;
    }
    changed.notify_one();
  });
  consumer.join();
  producer.join();
}
