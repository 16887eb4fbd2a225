// finding: none
// A buffer of one place: producers wait until it has room, consumers until it has an item. Each
// condition has its own variable, so notify_one always wakes somebody who can go on.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

class Buffer {
 public:
  void put(int item) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] { return items_.empty(); });
    items_.push(item);
    has_items_.notify_one();
  }
  int take() {
    std::unique_lock lock(mutex_);
    has_items_.wait(lock, [&] { return !items_.empty(); });
    const int item = items_.front();
    items_.pop();
    has_room_.notify_one();
    return item;
  }

 private:
  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_items_;
  std::queue<int> items_;  // at most one; guarded by mutex_
};

int main() {
  Buffer buffer;
  std::thread first([&] { buffer.put(1); });
  std::thread second([&] { buffer.put(2); });
  std::thread third([&] { buffer.put(4); });
  const int sum = buffer.take() + buffer.take() + buffer.take();
  first.join();
  second.join();
  third.join();
  assert(sum == 7);
}
