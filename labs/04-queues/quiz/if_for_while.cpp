#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable not_empty;
int items = 0;
int fewest = 0;

void take() {
  std::unique_lock lock(mutex);
  if (items == 0) not_empty.wait(lock);
  fewest = std::min(fewest, --items);
}

int main() {
  std::thread one(take);
  std::thread two(take);
  for (int i = 0; i < 2; ++i) {
    const std::scoped_lock lock(mutex);
    ++items;
    not_empty.notify_all();
  }
  one.join();
  two.join();
  std::printf("%d\n", fewest);
}
