// finding: lost-wakeup
// The painter announces that the wall is dry and only then writes it down under the lock.
// The guest who is woken (or who arrives) in between sees a wet wall and waits, and no further notify comes.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  bool dry = false;  // guarded by mutex
  std::thread guest([&] {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return dry; });
  });
  std::thread painter([&] {
    changed.notify_all();
    std::scoped_lock lock(mutex);
    dry = true;
  });
  guest.join();
  painter.join();
}
