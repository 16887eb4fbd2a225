// finding: lost-wakeup
// The waiter waits for the starting signal without looking whether it was already given.
// If notify_one comes before the wait, nobody hears it, and no second signal comes.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable signal;
  std::thread runner([&] {
    std::unique_lock lock(mutex);
    signal.wait(lock);
  });
  std::thread starter([&] {
    std::scoped_lock lock(mutex);
    signal.notify_one();
  });
  runner.join();
  starter.join();
}
