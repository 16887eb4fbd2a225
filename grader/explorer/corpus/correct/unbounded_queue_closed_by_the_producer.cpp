// finding: none
// Two consumers take items until the queue is closed and empty; closing wakes both.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  std::queue<int> items;  // guarded by mutex
  bool closed = false;    // guarded by mutex
  int sum = 0;            // guarded by mutex

  auto consume = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return closed || !items.empty(); });
      if (items.empty()) {
        return;
      }
      sum += items.front();
      items.pop();
    }
  };
  std::thread first(consume);
  std::thread second(consume);
  for (int item : {1, 2}) {
    std::lock_guard lock(mutex);
    items.push(item);
    changed.notify_one();
  }
  {
    std::lock_guard lock(mutex);
    closed = true;
  }
  changed.notify_all();
  first.join();
  second.join();

  assert(sum == 3);
}
