// finding: none
// thread-sanitizer: false alarm
// Each thread waits a moment for the lock; one that gives up notes it in an atomic instead. Both
// outcomes are right, so the program depends on no timing.
#include <atomic>
#include <cassert>
#include <chrono>
#include <mutex>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::timed_mutex mutex;
  int done = 0;  // guarded by mutex
  std::atomic<int> given_up{0};

  auto work = [&] {
    if (mutex.try_lock_for(20ms)) {
      ++done;
      mutex.unlock();
    } else {
      ++given_up;
    }
  };
  std::thread first(work);
  std::thread second(work);
  first.join();
  second.join();

  assert(done + given_up == 2);
}
