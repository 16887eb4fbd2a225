#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
int items = 0;  // guarded by mutex

void take() {
  std::unique_lock lock(mutex);
  if (items == 0) changed.wait(lock);
  assert(items > 0);
  --items;
}

int main() {
  std::thread consumer(take);
  {
    const std::scoped_lock lock(mutex);
    ++items;
  }
  changed.notify_one();
  consumer.join();
}
