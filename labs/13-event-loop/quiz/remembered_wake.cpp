#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
bool woken = false;
std::atomic<int> posted{0};

int main() {
  std::thread other([] {
    posted = 1;
    const std::lock_guard lock(mutex);
    woken = true;
    changed.notify_one();
  });
  int rounds = 0;
  while (posted == 0) {
    ++rounds;
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return woken; });
    woken = false;
  }
  std::printf("%d", rounds);
  other.join();
}
