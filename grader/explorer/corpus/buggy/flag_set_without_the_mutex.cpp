// finding: lost-wakeup
// The waiter checks an atomic flag under the mutex; the setter raises the flag and notifies without the mutex.
// Flag and notify can both come between the waiter's check and its wait: it then sleeps although the flag is up.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable raised;
  std::atomic<bool> flag{false};
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    while (!flag) raised.wait(lock);
  });
  std::thread setter([&] {
    flag = true;
    raised.notify_one();
  });
  waiter.join();
  setter.join();
}
