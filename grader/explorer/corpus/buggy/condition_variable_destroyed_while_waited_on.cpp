// finding: lock-misuse
// A sleeper says under the lock that it goes to sleep, and waits at a condition variable.
// main sees the word and destroys the condition variable while the sleeper waits at it.
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

int main() {
  std::mutex mutex;
  std::optional<std::condition_variable> alarm(std::in_place);
  bool asleep = false;  // guarded by mutex
  std::thread sleeper([&] {
    std::unique_lock lock(mutex);
    asleep = true;
    alarm->wait(lock);
  });
  std::unique_lock lock(mutex);
  while (!asleep) {
    lock.unlock();
    std::this_thread::yield();
    lock.lock();
  }
  alarm.reset();
  lock.unlock();
  sleeper.join();
}
