#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
int items = 0;
bool closed = false;

bool take() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return items > 0 || closed; });
  if (items == 0) return false;
  --items;
  return true;
}

int main() {
  int taken = 0;
  std::thread consumer([&] {
    while (take()) ++taken;
  });
  for (int i = 0; i < 2; ++i) {
    const std::scoped_lock lock(mutex);
    ++items;
    changed.notify_one();
  }
  {
    const std::scoped_lock lock(mutex);
    closed = true;
  }
  changed.notify_all();
  consumer.join();
  std::printf("%d\n", taken);
}
