// finding: none
// A thread takes the mutex again and again until it sees under it that the other one is ready.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  bool ready = false;  // guarded by mutex
  std::thread poller([&] {
    for (;;) {
      const std::lock_guard lock(mutex);
      if (ready) break;
    }
  });
  {
    const std::lock_guard lock(mutex);
    ready = true;
  }
  poller.join();
}
