// finding: lost-wakeup
// Two workers wait for the closing time; main announces it with notify_one.
// If both wait already, one of them hears it and the other sleeps on: it takes notify_all.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

int main() {
  std::mutex mutex;
  std::condition_variable closing;
  bool closed = false;  // guarded by mutex
  std::vector<std::jthread> workers(2);
  for (auto& worker : workers) {
    worker = std::jthread([&] {
      std::unique_lock lock(mutex);
      while (!closed) closing.wait(lock);
    });
  }
  std::scoped_lock lock(mutex);
  closed = true;
  closing.notify_one();
}
