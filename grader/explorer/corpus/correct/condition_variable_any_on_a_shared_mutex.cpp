// finding: none
// Two readers wait holding a shared lock: condition_variable_any takes any lock. The writer changes
// the version under the exclusive lock and wakes both.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  std::condition_variable_any changed;
  int version = 1;  // guarded by mutex

  auto wait_for_second_version = [&] {
    std::shared_lock lock(mutex);
    changed.wait(lock, [&] { return version == 2; });
  };
  std::thread reader_a(wait_for_second_version);
  std::thread reader_b(wait_for_second_version);
  std::thread writer([&] {
    std::unique_lock lock(mutex);
    version = 2;
    lock.unlock();
    changed.notify_all();
  });
  reader_a.join();
  reader_b.join();
  writer.join();
}
