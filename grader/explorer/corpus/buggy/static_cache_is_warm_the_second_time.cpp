// finding: nondeterminism
// The table is built on the first use and kept in a static, under a lock.
// From the second call of main on, nobody builds it: the operations of the first schedule never come again.
#include <mutex>
#include <optional>
#include <thread>

int main() {
  static std::optional<int> table;  // guarded by mutex
  std::mutex mutex;
  const auto look_up = [&] {
    std::unique_lock lock(mutex);
    if (table) return;
    lock.unlock();
    const int built = 42;  // without the lock: it could take long
    lock.lock();
    table = built;
  };
  std::thread first(look_up);
  std::thread second(look_up);
  first.join();
  second.join();
}
