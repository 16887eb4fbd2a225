// finding: data-race
// Double-checked locking: look at the pointer, and lock only if it is still null.
// The first look is a plain read outside the lock, unordered with the write inside it.
#include <memory>
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  std::unique_ptr<int> settings;
  const auto use_settings = [&] {
    if (!settings) {
      std::scoped_lock lock(mutex);
      if (!settings) settings = std::make_unique<int>(3);
    }
    return *settings;
  };
  std::thread first([&] { use_settings(); });
  std::thread second([&] { use_settings(); });
  first.join();
  second.join();
}
