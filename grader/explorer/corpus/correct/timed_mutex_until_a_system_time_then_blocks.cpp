// finding: none
// The thread first waits for the lock until a moment on the system clock; if that fails it takes
// the lock without a limit. Either way it holds the lock while it touches the total.
#include <cassert>
#include <chrono>
#include <mutex>
#include <thread>

int main() {
  using namespace std::chrono_literals;
  std::timed_mutex mutex;
  int total = 0;  // guarded by mutex

  auto add = [&](int amount) {
    std::unique_lock lock(mutex, std::defer_lock);
    if (!lock.try_lock_until(std::chrono::system_clock::now() + 5ms)) {
      lock.lock();
    }
    total += amount;
  };
  std::thread ones(add, 1);
  std::thread tens(add, 10);
  ones.join();
  tens.join();

  assert(total == 11);
}
