#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
bool done = false;  // guarded by mutex

int main() {
  std::thread waits([] {
    std::unique_lock lock(mutex);
    while (!done) changed.wait(lock);
  });
  {
    const std::scoped_lock lock(mutex);
    done = true;
  }
  changed.notify_one();
  waits.join();
}
