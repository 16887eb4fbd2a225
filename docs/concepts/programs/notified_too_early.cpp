#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;

int main() {
  std::thread waits([] {
    std::unique_lock lock(mutex);
    changed.wait(lock);
  });
  changed.notify_one();
  waits.join();
}
