// finding: none
// Two waiters share one deadline on the steady clock. The loop is written out: it ends on the flag
// or on the time-out, and the flag is looked at again under the lock, so the result is exact.
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(2);
  std::mutex mutex;
  std::condition_variable opened;
  bool open = false;  // guarded by mutex
  int inside = 0;     // guarded by mutex
  int outside = 0;    // guarded by mutex

  auto visit = [&] {
    std::unique_lock lock(mutex);
    while (!open && opened.wait_until(lock, deadline) != std::cv_status::timeout) {
    }
    ++(open ? inside : outside);
  };
  std::thread ann(visit);
  std::thread bob(visit);
  std::thread porter([&] {
    std::lock_guard lock(mutex);
    open = true;
    opened.notify_all();
  });
  ann.join();
  bob.join();
  porter.join();

  assert(inside + outside == 2);
}
