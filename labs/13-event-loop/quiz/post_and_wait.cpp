#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable woken;
int posted = 0;

int take() {
  const std::lock_guard lock(mutex);
  return posted;
}

int main() {
  std::thread other([] {
    const std::lock_guard lock(mutex);
    posted = 1;
    woken.notify_one();
  });
  while (take() == 0) {
    std::unique_lock lock(mutex);
    woken.wait(lock);
  }
  std::printf("called");
  other.join();
}
