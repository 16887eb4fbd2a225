// finding: data-race
// Both threads raise the high-water mark, and both hold the shared_mutex while they do.
// They hold it shared, which lets both in at once: writing needs the exclusive lock.
#include <shared_mutex>
#include <thread>

int main() {
  std::shared_mutex mutex;
  int high_water = 0;
  const auto raise_to = [&](int level) {
    std::shared_lock lock(mutex);
    if (level > high_water) high_water = level;
  };
  std::thread river([&] { raise_to(4); });
  std::thread lake([&] { raise_to(6); });
  river.join();
  lake.join();
}
