// finding: none
// The lock is tried until a moment on the system clock and, failing that, taken without a limit;
// the nested call tries too, which the owner may.
#include <cassert>
#include <chrono>
#include <mutex>
#include <thread>

int main() {
  std::recursive_timed_mutex mutex;
  int level = 0;  // guarded by mutex

  auto raise = [&](auto& self, int times) -> void {
    const auto deadline = std::chrono::system_clock::now() + std::chrono::milliseconds(2);
    std::unique_lock lock(mutex, deadline);
    if (!lock) {
      lock.lock();
    }
    ++level;
    if (times > 1) {
      self(self, times - 1);
    }
  };
  std::thread first([&] { raise(raise, 2); });
  std::thread second([&] { raise(raise, 1); });
  first.join();
  second.join();

  assert(level == 3);
}
