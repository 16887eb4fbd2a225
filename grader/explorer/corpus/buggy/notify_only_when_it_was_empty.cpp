// finding: lost-wakeup
// The producer notifies one consumer, but only when it puts an item into an empty queue.
// Two items put before a sleeper gets up make one notify for two sleepers: the second sleeps beside an item.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable filled;
  int items = 0;  // guarded by mutex
  const auto consume = [&] {
    std::unique_lock lock(mutex);
    filled.wait(lock, [&] { return items > 0; });
    --items;
  };
  std::thread first(consume);
  std::thread second(consume);
  for (int i = 0; i < 2; ++i) {
    std::scoped_lock lock(mutex);
    if (items++ == 0) filled.notify_one();
  }
  first.join();
  second.join();
}
