// finding: lock-misuse
// The waiter wraps a mutex with adopt_lock, which says "I hold it already", but it never locked it.
// It then waits at the condition variable with a mutex it does not hold.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable raised;
  std::atomic<bool> flag{false};
  std::thread waiter([&] {
    std::unique_lock lock(mutex, std::adopt_lock);
    while (!flag) raised.wait(lock);
    lock.release();
  });
  std::thread setter([&] {
    std::scoped_lock lock(mutex);
    flag = true;
    raised.notify_one();
  });
  waiter.join();
  setter.join();
}
