#include <cstdio>
#include <deque>
#include <mutex>
#include <thread>

std::mutex mutex;
std::deque<int> items{1, 2};

int take() {
  const std::scoped_lock lock(mutex);
  const int item = items.front();
  items.pop_front();
  return item;
}

int main() {
  std::thread one([] {
    const int item = take();
    std::printf("%d", item);
  });
  std::thread two([] {
    const int item = take();
    std::printf("%d", item);
  });
  one.join();
  two.join();
}
