// finding: none
// The flag is relaxed: that it orders the accesses to the value is something the program says, not something it does.
#include <atomic>
#include <cassert>
#include <thread>

// NOLINTBEGIN(readability-identifier-naming): the names are ThreadSanitizer's
extern "C" void AnnotateHappensBefore(const char* file, int line, const volatile void* address);
extern "C" void AnnotateHappensAfter(const char* file, int line, const volatile void* address);
// NOLINTEND(readability-identifier-naming)

int main() {
  int value = 0;
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    value = 6;
    AnnotateHappensBefore(__FILE__, __LINE__, &value);
    ready.store(true, std::memory_order_relaxed);
  });
  std::thread reader([&] {
    if (!ready.load(std::memory_order_relaxed)) return;
    AnnotateHappensAfter(__FILE__, __LINE__, &value);
    assert(value == 6);
  });
  writer.join();
  reader.join();
}
