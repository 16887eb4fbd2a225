// finding: deadlock
// A customer waits on a std::condition_variable_any for an answer, and the worker ends without giving one. It has
// notified, of a greeting: no call is lost.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable_any changed;
  bool greeted = false;   // guarded by mutex
  bool answered = false;  // guarded by mutex
  std::thread worker([&] {
    const std::scoped_lock lock(mutex);
    greeted = true;
    changed.notify_all();
  });
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return greeted && answered; });
  }
  worker.join();
}
