// finding: deadlock
// Each thread reads under a shared lock and then asks for the exclusive lock without giving the shared one back.
// Each waits for the other to stop reading (and even alone it would wait for itself).
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  int entries = 0;
  const auto add_if_empty = [&] {
    std::shared_lock reading(mutex);
    if (entries == 0) {
      std::unique_lock writing(mutex);
      ++entries;
    }
  };
  std::thread first(add_if_empty);
  std::thread second(add_if_empty);
  first.join();
  second.join();
}
