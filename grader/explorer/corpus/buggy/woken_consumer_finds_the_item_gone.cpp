// finding: assertion
// Two consumers and one item: main offers it and notifies all, then (when it is eaten) offers another.
// The woken consumer does not look again: one who came late may have eaten the item before it got the lock.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  int items = 0;  // guarded by mutex
  const auto consume = [&] {
    std::unique_lock lock(mutex);
    if (items == 0) changed.wait(lock);
    assert(items > 0);
    --items;
    changed.notify_all();
  };
  std::thread first(consume);
  std::thread second(consume);
  for (int i = 0; i < 2; ++i) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return items == 0; });
    ++items;
    changed.notify_all();
  }
  first.join();
  second.join();
}
