// finding: deadlock
// An event is pulsed: set, everybody notified, reset at once.
// A waiter that comes after the pulse finds the event reset and sleeps, and there is no second pulse.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable pulsed;
  bool open = false;  // guarded by mutex
  std::thread visitor([&] {
    std::unique_lock lock(mutex);
    pulsed.wait(lock, [&] { return open; });
  });
  std::thread porter([&] {
    std::unique_lock lock(mutex);
    open = true;
    pulsed.notify_all();
    lock.unlock();
    lock.lock();
    open = false;
  });
  visitor.join();
  porter.join();
}
