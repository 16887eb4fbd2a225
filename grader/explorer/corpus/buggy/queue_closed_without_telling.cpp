// finding: lost-wakeup
// A consumer waits until the queue has an item or is closed; the closer marks it closed under the lock.
// The closer notifies nobody: a consumer that waits already is never woken.
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  std::queue<int> items;
  bool closed = false;
  std::thread consumer([&] {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return closed || !items.empty(); });
  });
  std::thread closer([&] {
    std::scoped_lock lock(mutex);
    closed = true;
  });
  consumer.join();
  closer.join();
}
