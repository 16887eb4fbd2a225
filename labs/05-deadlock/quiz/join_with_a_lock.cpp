#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
int count = 0;

int main() {
  std::thread worker([] {
    const std::scoped_lock lock(mutex);
    ++count;
  });
  std::thread boss([&worker] {
    const std::scoped_lock lock(mutex);
    worker.join();
  });
  boss.join();
  std::printf("%d\n", count);
}
