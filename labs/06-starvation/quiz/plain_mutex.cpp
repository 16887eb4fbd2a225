#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;

int main() {
  std::thread once([] {
    const std::scoped_lock lock(mutex);
    std::printf("x");
  });
  std::thread twice([] {
    for (int i = 0; i < 2; ++i) {
      const std::scoped_lock lock(mutex);
      std::printf("o");
    }
  });
  once.join();
  twice.join();
}
