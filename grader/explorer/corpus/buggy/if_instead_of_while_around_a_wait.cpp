// finding: assertion
// The consumer waits once if there is nothing yet, and then takes the item.
// A wait may end without a notify (a spurious wake-up): the condition must be checked again, in a loop.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable filled;
  int items = 0;  // guarded by mutex
  std::thread consumer([&] {
    std::unique_lock lock(mutex);
    if (items == 0) filled.wait(lock);
    assert(items == 1);
    --items;
  });
  std::thread producer([&] {
    std::scoped_lock lock(mutex);
    ++items;
    filled.notify_one();
  });
  consumer.join();
  producer.join();
}
